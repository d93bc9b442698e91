// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Columns;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.session.SessionInfo;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The list of sessions under the names of those who hold them.
final class SessionsTable {
    private static final PseudoClass PERSON = PseudoClass.getPseudoClass("person");
    private static final double ROOMY = 760;

    private final Text text;
    private final Formats formats;
    private final TableView<SessionRow> table = new TableView<>();

    SessionsTable(
            Text text,
            Formats formats,
            SessionsViewModel model,
            ObservableValue<Number> zoom,
            Consumer<String> onSignOutAllOf) {
        this.text = text;
        this.formats = formats;
        table.getStyleClass().add("sessions-table");
        table.setRowFactory(_ -> row());
        // What there is no room for at the size of the letters is in the tooltip of the device.
        new Columns<>(table, "sessions", text.get("route.sessions"), zoom)
                .cells(text.get("sessions.device"), 170, words(SessionInfo::device, true))
                .cells(text.get("sessions.browser"), 110, words(SessionInfo::browser, false))
                .from(ROOMY)
                .cells(text.get("sessions.address"), 110, words(SessionInfo::address, false))
                .from(ROOMY)
                .cells(text.get("sessions.since"), 130, moment(SessionInfo::createdAt))
                .from(ROOMY)
                .cells(text.get("sessions.seen"), 130, moment(SessionInfo::lastSeenAt))
                .cells(
                        text.get("sessions.action"),
                        130,
                        (cell, row) -> cell.setGraphic(action(row, model, onSignOutAllOf)));
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

    private BiConsumer<TableCell<SessionRow, SessionRow>, SessionRow> words(
            Function<SessionInfo, String> words, boolean first) {
        return (cell, row) -> {
            switch (row) {
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
        };
    }

    private BiConsumer<TableCell<SessionRow, SessionRow>, SessionRow> moment(Function<SessionInfo, Instant> moment) {
        return (cell, row) -> {
            if (row instanceof SessionRow.Browser(SessionInfo session)) {
                cell.setText(formats.moment(moment.apply(session)));
                cell.setTooltip(new Tooltip(formats.utc(moment.apply(session))));
            }
        };
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
}
