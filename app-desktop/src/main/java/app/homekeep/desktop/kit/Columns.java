// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The columns of a table whose cells each draw the whole row in their own way. Their widths follow the size of the
/// letters, none can be sorted by, and those there is no room for are left out.
///
/// @param <R> the rows
public final class Columns<R> {
    /// The part of its usual width that a column needs.
    private static final double LEAST = 0.9;

    private final TableView<R> table;
    private final ObservableValue<Number> zoom;
    private final List<Spare> spare = new ArrayList<>();

    private record Spare(TableColumn<?, ?> column, double from) {}

    /// @param id   of the table, for tests
    /// @param name of the table, for a screen reader
    public Columns(TableView<R> table, String id, String name, ObservableValue<Number> zoom) {
        this.table = table;
        this.zoom = zoom;
        table.setId(id);
        table.setAccessibleText(name);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.widthProperty().addListener((_, _, _) -> fit());
        zoom.addListener((_, _, _) -> fit());
    }

    /// @param draw gets a cell that is empty
    public Columns<R> cells(String title, double width, BiConsumer<TableCell<R, R>, R> draw) {
        var column = new TableColumn<R, R>(title);
        column.setPrefWidth(width);
        column.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width * LEAST * zoom.getValue().doubleValue() / 100, zoom));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cell(draw));
        table.getColumns().add(column);
        return this;
    }

    /// Words, which stand whole in the tooltip.
    public Columns<R> words(String title, double width, Function<R, String> words) {
        return cells(title, width, (cell, row) -> {
            String shown = words.apply(row);
            cell.setText(shown);
            if (!shown.isEmpty()) {
                cell.setTooltip(new Tooltip(shown));
            }
        });
    }

    /// Leaves out the column made last where the table is narrower.
    ///
    /// @param from pixels at the usual size of letters
    public Columns<R> from(double from) {
        spare.add(new Spare(table.getColumns().getLast(), from));
        return this;
    }

    private void fit() {
        double width = table.getWidth() * 100 / zoom.getValue().doubleValue();
        spare.forEach(one -> one.column().setVisible(width >= one.from()));
    }

    private static <R> TableCell<R, R> cell(BiConsumer<TableCell<R, R>, R> draw) {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable R item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(null);
                setTooltip(null);
                if (!empty && item != null) {
                    draw.accept(this, item);
                }
            }
        };
    }
}
