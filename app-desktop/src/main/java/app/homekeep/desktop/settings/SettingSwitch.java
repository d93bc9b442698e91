// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.text.Text;
import javafx.scene.control.CheckBox;

/// A setting that is on or off. The tick shows what holds: it moves when the server has agreed.
final class SettingSwitch extends CheckBox {
    /// @param name of the setting, which is the id too
    /// @param key  of the label; with `.on` and `.off` of what is told afterwards
    SettingSwitch(Text text, SettingsViewModel model, String name, String key) {
        super(text.get(key));
        setId(name);
        setWrapText(true);
        setOnAction(_ -> {
            boolean wanted = isSelected();
            setSelected(!wanted);
            model.turn(name, wanted, text.get(key + (wanted ? ".on" : ".off")));
        });
        Runnable show = () -> {
            setSelected(model.now().on(name));
            setDisable(!model.now().knows(name));
        };
        model.settings().addListener((_, _, _) -> show.run());
        show.run();
    }
}
