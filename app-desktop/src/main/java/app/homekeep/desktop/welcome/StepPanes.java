// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.welcome;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.StrengthMeter;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The four questions on screen.
final class StepPanes {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("selected");

    private final Text text;
    private final WelcomeViewModel model;
    private final FilePicker files;
    private final Consumer<Language> onLanguage;

    StepPanes(Text text, WelcomeViewModel model, FilePicker files, Consumer<Language> onLanguage) {
        this.text = text;
        this.model = model;
        this.files = files;
        this.onLanguage = onLanguage;
    }

    Node of(WelcomeViewModel.Step step) {
        return switch (step) {
            case SERVER -> server();
            case OWNER -> owner();
            case FOLDER -> folder();
            case REACH -> reach();
        };
    }

    private Node server() {
        var language = new SimpleObjectProperty<>(text.language());
        language.addListener((_, _, now) -> onLanguage.accept(now));
        return new Form()
                .choice(
                        "language",
                        text.get("welcome.language"),
                        "",
                        List.of(Language.values()),
                        language,
                        new StringConverter<>() {
                            @Override
                            public String toString(Language shown) {
                                return shown.ownName();
                            }

                            @Override
                            public Language fromString(String name) {
                                return Arrays.stream(Language.values())
                                        .filter(one -> one.ownName().equals(name))
                                        .findFirst()
                                        .orElse(Language.ENGLISH);
                            }
                        })
                .text(
                        "server-name",
                        text.get("welcome.server.name"),
                        text.get("welcome.server.help"),
                        model.serverName,
                        model.serverNameProblem);
    }

    private Node owner() {
        return new Form()
                .text(
                        "owner-name",
                        text.get("welcome.owner.name"),
                        text.get("welcome.owner.help"),
                        model.ownerName,
                        model.ownerNameProblem)
                .password(
                        "password",
                        text.get("welcome.password"),
                        text.get("welcome.password.help", Limits.PASSWORD_SHORTEST),
                        model.password,
                        model.passwordProblem,
                        text.get("welcome.password.show"),
                        text.get("welcome.password.hide"))
                .add(new StrengthMeter(text, model.password, model::strength));
    }

    private Node folder() {
        var field = new TextField();
        field.textProperty().bindBidirectional(model.folder);
        HBox.setHgrow(field, Priority.ALWAYS);
        var pick = Buttons.plain(
                "pick-folder",
                text.get("welcome.folder.pick"),
                Icons.FOLDER,
                () -> files.folder(Path.of(model.folder.get()))
                        .ifPresent(chosen -> model.folder.set(chosen.toString())));
        var line = new HBox(8, field, pick);
        line.setAlignment(Pos.CENTER_LEFT);
        return new Form()
                .row(
                        "folder",
                        text.get("welcome.folder"),
                        text.get("welcome.folder.help"),
                        field,
                        line,
                        model.folderProblem);
    }

    private Node reach() {
        var group = new ToggleGroup();
        RadioButton home = choice("reach-home", "welcome.reach.home", group);
        RadioButton here = choice("reach-here", "welcome.reach.here", group);
        (model.homeNetwork.get() ? home : here).setSelected(true);
        home.selectedProperty().addListener((_, _, chosen) -> model.homeNetwork.set(chosen));
        return new VBox(
                12,
                panel(home, Icons.NETWORK, "welcome.reach.home.words"),
                panel(here, Icons.COMPUTER, "welcome.reach.here.words"),
                Labels.wrapping(Labels.muted(text.get("welcome.reach.later"))));
    }

    private RadioButton choice(String id, String key, ToggleGroup group) {
        var button = new RadioButton(text.get(key));
        button.setId(id);
        button.setToggleGroup(group);
        button.setAccessibleHelp(text.get(key + ".words"));
        button.getStyleClass().add("strong");
        return button;
    }

    /// The whole panel chooses, not only its button.
    private Node panel(RadioButton button, Icons icon, String key) {
        var words = new VBox(4, button, Labels.wrapping(Labels.muted(text.get(key))));
        HBox.setHgrow(words, Priority.ALWAYS);
        var panel = new HBox(16, icon.node("choice-icon"), words);
        panel.setAlignment(Pos.CENTER_LEFT);
        panel.getStyleClass().add("choice");
        panel.setOnMouseClicked(_ -> button.fire());
        button.selectedProperty().addListener((_, _, chosen) -> panel.pseudoClassStateChanged(CHOSEN, chosen));
        panel.pseudoClassStateChanged(CHOSEN, button.isSelected());
        return panel;
    }
}
