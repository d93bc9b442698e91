// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.ServerSettings;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Text;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A proxy in front of the server, and other web apps that may ask it.
final class ProxySection implements Screen {
    private static final List<String> LINES = List.of("trusted_proxies", "proxy_names", "cors_origins");

    private final Node node;

    ProxySection(Text text, SettingsViewModel settings) {
        SettingsForm values = settings.form(LINES);
        var form = new Form();
        for (String name : LINES) {
            form.text(
                    name,
                    text.get("settings." + name),
                    text.get("settings." + name + ".words"),
                    values.field(name).value,
                    values.field(name).problem);
        }
        var card = TopicCard.of(
                text,
                Topic.PROXIES,
                new SavedForm(text, form, values.state, "save-proxy", () -> settings.save(values)),
                new SettingSwitch(text, settings, "hsts", "settings.hsts"),
                Labels.wrapping(Labels.muted(text.get("settings.hsts.words"))));
        var content = new VBox(16, card);
        content.getStyleClass().add("scrolled");
        node = new LoadPane<>(
                text,
                settings.settings(),
                settings::load,
                ScreenLayout.scrolling(content),
                _ -> {},
                (ServerSettings now) -> LINES.stream().noneMatch(now::knows),
                new EmptyState(Icons.INFO, text.get("settings.proxy.none"), text.get("settings.proxy.none.words")));
    }

    @Override
    public Node node() {
        return node;
    }

    /// The settings run with the whole screen.
    @Override
    public void onShow() {}

    @Override
    public void onHide() {}
}
