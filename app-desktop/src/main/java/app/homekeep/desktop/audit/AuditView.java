// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditEvent;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The audit log on screen.
final class AuditView implements Screen {
    record Format(String id, String key, String file) {}

    private static final List<Format> FORMATS = List.of(
            new Format("csv", "audit.export.csv", "homekeep-audit.csv"),
            new Format("jsonl", "audit.export.jsonl", "homekeep-audit.jsonl"),
            new Format("text", "audit.export.text", "homekeep-audit.txt"));

    private final Text text;
    private final Formats formats;
    private final AuditViewModel model;
    private final FilePicker files;
    private final Node node;
    private final BorderPane body = new BorderPane();
    private final AuditTable table;
    private final DetailsPane details;
    private final Label count = Labels.muted("");

    AuditView(
            Text text,
            Formats formats,
            AuditViewModel model,
            Dialogs dialogs,
            FilePicker files,
            Clipboard clipboard,
            ObservableValue<Number> zoom) {
        this.text = text;
        this.formats = formats;
        this.model = model;
        this.files = files;
        var words = new EventWords(text);
        table = new AuditTable(text, formats, words, zoom, this::open, model::inSight);
        details = new DetailsPane(text, formats, words, model, clipboard, this::close);
        body.setCenter(
                new LoadPane<>(text, model.rows(), model::load, table.node(), this::fill, List::isEmpty, nothing()));
        VBox.setVgrow(body, Priority.ALWAYS);
        var whole = new VBox(
                12, new FilterBar(text, words, model, dialogs).node(), body, foot(new ChainMark(text, formats, model)));
        node = new ScreenLayout(
                text.get("route.audit"),
                new WhileUp(text, model.serverUp(), whole, text.get("audit.down.words")),
                export());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private void fill(PagedRows<AuditEvent> rows) {
        table.show(rows);
        rows.addListener((ListChangeListener<PagedRows.Slot<AuditEvent>>) _ -> count(rows));
        count(rows);
    }

    private void count(PagedRows<AuditEvent> rows) {
        String known = formats.number(rows.known());
        count.setText(text.get(rows.ended() ? "audit.count" : "audit.count.more", known));
    }

    private void open(AuditEvent row) {
        body.setRight(details.of(row));
        table.narrow(true);
    }

    private void close() {
        body.setRight(null);
        table.narrow(false);
    }

    private Node nothing() {
        Button clear = Buttons.plain("show-all", text.get("audit.filter.clear"), Icons.CLOSE, model::clearFilter);
        return new EmptyState(Icons.SEARCH, text.get("audit.empty"), text.get("audit.empty.words"), clear);
    }

    private Node foot(ChainMark mark) {
        Button newest = Buttons.primary("show-newest", text.get("audit.newer"), Icons.REFRESH, model::load);
        newest.visibleProperty().bind(model.newer());
        newest.managedProperty().bind(model.newer());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(12, mark, gap, newest, count);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private MenuButton export() {
        var menu = new MenuButton(text.get("audit.export"), Icons.EXPORT.node());
        menu.setId("export");
        menu.disableProperty().bind(model.serverUp().not().or(model.exporting()));
        for (Format format : FORMATS) {
            var item = new MenuItem(text.get(format.key()));
            item.setId("export-" + format.id());
            item.setOnAction(_ -> files.save(format.file()).ifPresent(target -> model.export(format.id(), target)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
