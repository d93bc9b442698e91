// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditEvent;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/// The rows of the log. One row can be selected, none sorted: the list has no end that the panel knows.
final class AuditTable {
    private static final double ROW_EM = 2.6;
    private static final double EM = 14;
    private static final double WHEN_WIDTH = 175;
    private static final double ROOMY = 740;
    /// The part of its usual width that a column needs.
    private static final double LEAST = 0.9;

    private final Text text;
    private final Formats formats;
    private final ObservableValue<Number> zoom;
    private final List<TableColumn<?, ?>> beside;
    private final TableView<PagedRows.Slot<AuditEvent>> table = new TableView<>();
    private boolean narrow;

    /// @param onSelect gets the row that was chosen
    /// @param onScroll hears whether the newest row is in sight
    AuditTable(
            Text text,
            Formats formats,
            EventWords words,
            ObservableValue<Number> zoom,
            Consumer<AuditEvent> onSelect,
            Consumer<Boolean> onScroll) {
        this.text = text;
        this.formats = formats;
        table.setId("audit");
        table.setAccessibleText(text.get("route.audit"));
        table.setFixedCellSize(rowHeight(zoom.getValue()));
        this.zoom = zoom;
        zoom.addListener((_, _, percent) -> {
            table.setFixedCellSize(rowHeight(percent));
            fit();
        });
        table.widthProperty().addListener((_, _, _) -> fit());
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("audit-table");
        var address = words("audit.part.address", 115, AuditEvent::address);
        var outcome = outcome(words);
        beside = List.of(address, outcome);
        table.getColumns().add(moment());
        table.getColumns().add(words("audit.part.event", 120, row -> words.event(row.event())));
        table.getColumns().add(words("audit.part.actor", 90, AuditEvent::actor));
        table.getColumns().add(address);
        table.getColumns().add(outcome);
        table.getColumns().add(words("audit.what", 150, AuditTable::what));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, slot) -> {
            if (slot instanceof PagedRows.Slot.Here<AuditEvent>(AuditEvent row)) {
                onSelect.accept(row);
            }
        });
        table.setOnScroll(_ -> onScroll.accept(newestInSight()));
        table.setOnKeyReleased(_ -> onScroll.accept(newestInSight()));
    }

    TableView<PagedRows.Slot<AuditEvent>> node() {
        return table;
    }

    /// Leaves out what the details beside the table say too.
    void narrow(boolean wanted) {
        narrow = wanted;
        fit();
    }

    void show(PagedRows<AuditEvent> rows) {
        table.setItems(rows);
        table.scrollTo(0);
    }

    /// What an event was about, in one line.
    static String what(AuditEvent row) {
        String target = row.target();
        String detail = row.detail();
        if (target == null) {
            return detail == null ? "" : detail;
        }
        return detail == null ? target : target + " · " + detail;
    }

    private void fit() {
        boolean roomy = !narrow && table.getWidth() * 100 / zoom.getValue().doubleValue() >= ROOMY;
        beside.forEach(column -> column.setVisible(roomy));
    }

    private static double rowHeight(Number zoomPercent) {
        return Math.ceil(EM * ROW_EM * zoomPercent.doubleValue() / 100);
    }

    private boolean newestInSight() {
        return !(table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null
                || flow.getFirstVisibleCell().getIndex() == 0;
    }

    private TableColumn<PagedRows.Slot<AuditEvent>, PagedRows.Slot<AuditEvent>> moment() {
        return cells("audit.when", WHEN_WIDTH, (cell, row) -> {
            cell.setText(formats.precise(row.at()));
            cell.setTooltip(new Tooltip(formats.utc(row.at())));
        });
    }

    private TableColumn<PagedRows.Slot<AuditEvent>, PagedRows.Slot<AuditEvent>> words(
            String key, double width, Function<AuditEvent, String> words) {
        return cells(key, width, (cell, row) -> {
            String shown = words.apply(row);
            cell.setText(shown);
            if (!shown.isEmpty()) {
                cell.setTooltip(new Tooltip(shown));
            }
        });
    }

    private TableColumn<PagedRows.Slot<AuditEvent>, PagedRows.Slot<AuditEvent>> outcome(EventWords words) {
        return cells("audit.part.outcome", 100, (cell, row) -> {
            Node badge = words.badge(row);
            badge.getStyleClass().add("badge-small");
            cell.setGraphic(badge);
        });
    }

    private TableColumn<PagedRows.Slot<AuditEvent>, PagedRows.Slot<AuditEvent>> cells(
            String key, double width, BiConsumer<TableCell<?, ?>, AuditEvent> draw) {
        var column = new TableColumn<PagedRows.Slot<AuditEvent>, PagedRows.Slot<AuditEvent>>(text.get(key));
        column.setPrefWidth(width);
        column.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width * LEAST * zoom.getValue().doubleValue() / 100, zoom));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(PagedRows.@Nullable Slot<AuditEvent> slot, boolean empty) {
                super.updateItem(slot, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                if (!empty && slot instanceof PagedRows.Slot.Here<AuditEvent>(AuditEvent row)) {
                    draw.accept(this, row);
                } else if (!empty) {
                    setGraphic(Labels.muted("–"));
                }
            }
        });
        return column;
    }
}
