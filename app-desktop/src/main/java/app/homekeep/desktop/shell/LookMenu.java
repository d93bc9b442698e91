// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.shell;

import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

/// Light or dark, size, language.
final class LookMenu extends MenuButton {
    LookMenu(Text text, Theme theme, Closing closing, Consumer<Language> onLanguage) {
        super(text.get("look.title"), Icons.LOOK.node());
        setId("look");
        setPopupSide(Side.RIGHT);
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("flat", "nav-menu");
        looks(text, theme);
        getItems().add(new SeparatorMenuItem());
        zoom(text, theme);
        getItems().add(new SeparatorMenuItem());
        languages(text, onLanguage);
        getItems().addAll(new SeparatorMenuItem(), item(text.get("closing.ask_again"), closing::forget));
    }

    private void looks(Text text, Theme theme) {
        var group = new ToggleGroup();
        for (Theme.Look look : Theme.Look.values()) {
            String id = "look." + look.name().toLowerCase(Locale.ROOT);
            var item = new RadioMenuItem(text.get(id));
            item.setToggleGroup(group);
            item.setSelected(theme.look().get() == look);
            item.setOnAction(_ -> theme.choose(look));
            getItems().add(item);
        }
    }

    private void zoom(Text text, Theme theme) {
        getItems()
                .addAll(
                        item(text.get("look.larger"), theme::larger),
                        item(text.get("look.smaller"), theme::smaller),
                        item(text.get("look.usual"), theme::usual));
    }

    private void languages(Text text, Consumer<Language> onLanguage) {
        var group = new ToggleGroup();
        for (Language language : Language.values()) {
            var item = new RadioMenuItem(language.ownName());
            item.setToggleGroup(group);
            item.setSelected(text.language() == language);
            item.setOnAction(_ -> onLanguage.accept(language));
            getItems().add(item);
        }
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
