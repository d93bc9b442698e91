// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Columns;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.device.KnownDevice;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everybody's devices on screen.
final class DevicesSection implements Screen {
    private static final double ROOMY = 760;
    private static final double MIDDLE = 560;

    private final DevicesViewModel model;
    private final Node node;

    /// @param onPair lets a new device come in
    DevicesSection(Text text, Formats formats, DevicesViewModel model, ObservableValue<Number> zoom, Runnable onPair) {
        this.model = model;
        var table = new TableView<KnownDevice>();
        new Columns<>(table, "devices", text.get(Topic.DEVICES.title()), zoom)
                .words(text.get("devices.device"), 150, KnownDevice::name)
                .words(text.get("devices.user"), 100, KnownDevice::user)
                .from(MIDDLE)
                .cells(text.get("devices.trust"), 235, (cell, device) -> {
                    var badge = new Badge(model.trust(device), model.tone(device));
                    badge.getStyleClass().add("badge-small");
                    cell.setGraphic(badge);
                    cell.setTooltip(new Tooltip(model.trustInFull(device)));
                })
                .words(text.get("devices.seen"), 120, device -> formats.moment(device.lastSeenAt()))
                .from(ROOMY)
                .cells(text.get("devices.action"), 120, (cell, device) -> {
                    var remove = Buttons.danger(
                            "remove-" + device.id(),
                            text.get("devices.remove"),
                            Icons.FORGET,
                            () -> model.remove(device));
                    remove.getStyleClass().add("tight");
                    cell.setGraphic(Buttons.named(remove, text.get("people.device.forget", device.name())));
                });
        var list = new LoadPane<>(
                text,
                model.devices(),
                model::load,
                table,
                devices -> table.getItems().setAll(devices),
                List::isEmpty,
                new EmptyState(Icons.PAIR, text.get("devices.empty"), text.get("devices.empty.words")));
        VBox.setVgrow(list, Priority.ALWAYS);
        var content = new VBox(
                12,
                Labels.wrapping(Labels.muted(text.get(Topic.DEVICES.words()))),
                list,
                Buttons.plain("pair-here", text.get("pairing.open"), Icons.PAIR, onPair));
        content.setId(Topic.DEVICES.id());
        node = content;
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
}
