// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.session.SessionInfo;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The list of sessions under the names of those who hold them.
final class SessionsTable {
    private static final PseudoClass PERSON = PseudoClass.getPseudoClass("person");
    private static final double ROOMY = 760;
    /// The part of its usual width that a column needs.
    private static final double LEAST = 0.9;

    private final Text text;
    private final Formats formats;
    private final ObservableValue<Number> zoom;
    private final TableView<SessionRow> table = new TableView<>();

    SessionsTable(
            Text text,
            Formats formats,
            SessionsViewModel model,
            ObservableValue<Number> zoom,
            Consumer<String> onSignOutAllOf) {
        this.text = text;
        this.formats = formats;
        table.setId("sessions");
        table.setAccessibleText(text.get("route.sessions"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("sessions-table");
        table.setRowFactory(_ -> row());
        this.zoom = zoom;
        var browser = column("sessions.browser", 110, SessionInfo::browser, false);
        var address = column("sessions.address", 110, SessionInfo::address, false);
        var since = moments("sessions.since", SessionInfo::createdAt);
        table.getColumns().add(column("sessions.device", 170, SessionInfo::device, true));
        table.getColumns().add(browser);
        table.getColumns().add(address);
        table.getColumns().add(since);
        table.getColumns().add(moments("sessions.seen", SessionInfo::lastSeenAt));
        table.getColumns().add(actions(model, onSignOutAllOf));
        // What there is no room for at the size of the letters is in the tooltip of the device.
        var extras = List.of(browser, address, since);
        ChangeListener<Number> fit = (_, _, _) -> {
            boolean roomy = table.getWidth() * 100 / zoom.getValue().doubleValue() >= ROOMY;
            extras.forEach(column -> column.setVisible(roomy));
        };
        table.widthProperty().addListener(fit);
        zoom.addListener(fit);
    }

    TableView<SessionRow> node() {
        return table;
    }

    private static TableRow<SessionRow> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(SessionRow item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(PERSON, !empty && item instanceof SessionRow.Person);
            }
        };
    }

    private TableColumn<SessionRow, SessionRow> column(
            String key, double width, Function<SessionInfo, String> words, boolean first) {
        return cells(key, width, cell -> {
            switch (cell.getItem()) {
                case SessionRow.Person(String user, int count)
                when first -> {
                    cell.setText(text.get("sessions.person", user, count));
                    cell.setGraphic(Icons.USER.node());
                }
                case SessionRow.Person _ -> cell.setText("");
                case SessionRow.Browser(SessionInfo session) -> {
                    cell.setText(words.apply(session));
                    cell.setTooltip(new Tooltip(
                            text.get("sessions.whole", session.device(), session.browser(), session.address())));
                }
            }
        });
    }

    private TableColumn<SessionRow, SessionRow> moments(String key, Function<SessionInfo, Instant> moment) {
        return cells(key, 130, cell -> {
            if (cell.getItem() instanceof SessionRow.Browser(SessionInfo session)) {
                cell.setText(formats.moment(moment.apply(session)));
                cell.setTooltip(new Tooltip(formats.utc(moment.apply(session))));
            }
        });
    }

    private TableColumn<SessionRow, SessionRow> actions(SessionsViewModel model, Consumer<String> onSignOutAllOf) {
        return cells("sessions.action", 130, cell -> cell.setGraphic(action(cell.getItem(), model, onSignOutAllOf)));
    }

    private Node action(SessionRow row, SessionsViewModel model, Consumer<String> onSignOutAllOf) {
        return switch (row) {
            case SessionRow.Person(String user, int count) -> {
                Button button = Buttons.plain(
                        "sign-out-all-" + user,
                        text.get("sessions.sign_out_all.short"),
                        Icons.SIGN_OUT,
                        () -> onSignOutAllOf.accept(user));
                button.getStyleClass().addAll("flat", "tight");
                yield Buttons.named(button, text.get("sessions.sign_out_all", user, count));
            }
            case SessionRow.Browser(SessionInfo session) -> {
                Button button = Buttons.danger(
                        "sign-out-" + session.id(),
                        text.get("sessions.sign_out.short"),
                        Icons.SIGN_OUT,
                        () -> model.signOut(session));
                button.getStyleClass().add("tight");
                yield Buttons.named(button, model.signOutWords(session));
            }
        };
    }

    /// A column whose cells draw a whole row each in their own way.
    private TableColumn<SessionRow, SessionRow> cells(
            String key, double width, Consumer<TableCell<SessionRow, SessionRow>> draw) {
        var column = new TableColumn<SessionRow, SessionRow>(text.get(key));
        column.setPrefWidth(width);
        column.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width * LEAST * zoom.getValue().doubleValue() / 100, zoom));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(SessionRow item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                if (!empty && item != null) {
                    draw.accept(this);
                }
            }
        });
        return column;
    }
}
