// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.shell.Sections;
import app.homekeep.desktop.text.Text;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of settings: its sections, one at a time, and a search over all of them.
final class SettingsView implements Screen {
    private final Text text;
    private final SettingsViewModel settings;
    private final SearchViewModel search;
    private final Sections<Section> sections;
    private final ObjectProperty<Section> chosen;
    private final TextField query = new TextField();
    private final StackPane place = new StackPane();
    private final VBox found = new VBox(12);
    private final Node node;

    SettingsView(
            Text text,
            SettingsViewModel settings,
            SearchViewModel search,
            Map<Section, Screen> parts,
            ObjectProperty<Section> chosen) {
        this.text = text;
        this.settings = settings;
        this.search = search;
        this.chosen = chosen;
        sections = new Sections<>(text, parts, chosen, Section::title);
        query.setId("settings-search");
        query.setPromptText(text.get("settings.search"));
        query.setAccessibleText(text.get("settings.search"));
        query.getStyleClass().add("search");
        query.textProperty().bindBidirectional(search.query);
        query.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.query.set("");
            }
        });
        found.setId("settings-found");
        search.query.addListener((_, _, _) -> show());
        place.getChildren().setAll(sections);
        node = new ScreenLayout(
                text.get("route.settings"),
                new WhileUp(text, settings.serverUp(), place, text.get("settings.down.words")),
                query);
        // Whoever is led to a section from elsewhere doesn't find it behind a search.
        chosen.addListener((_, _, _) -> search.query.set(""));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        settings.onShow();
        sections.onShow();
    }

    @Override
    public void onHide() {
        sections.onHide();
        settings.onHide();
    }

    private void show() {
        if (!search.searching()) {
            place.getChildren().setAll(sections);
            return;
        }
        found.getChildren().setAll(search.found().get().stream().map(this::line).toList());
        if (found.getChildren().isEmpty()) {
            place.getChildren()
                    .setAll(new EmptyState(
                            Icons.SEARCH, text.get("settings.search.none"), text.get("settings.search.none.words")));
        } else {
            place.getChildren().setAll(ScreenLayout.scrolling(found));
        }
    }

    private Node line(Topic topic) {
        var link = new Hyperlink(
                text.get("settings.search.found", text.get(topic.section().title()), text.get(topic.title())));
        link.setId("found-" + topic.id());
        link.setOnAction(_ -> open(topic));
        return new VBox(4, link, Labels.wrapping(Labels.muted(text.get(topic.words()))));
    }

    private void open(Topic topic) {
        search.query.set("");
        chosen.set(topic.section());
        sections.applyCss();
        sections.layout();
        ScreenLayout.reveal(sections, "#" + topic.id());
    }
}
