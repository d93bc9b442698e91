// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.ServerSettings;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Some settings as lines of a form. A line that the owner is changing isn't changed under their hands. FX thread only.
final class SettingsForm {
    final FormState state;

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private ServerSettings shown = ServerSettings.NONE;

    SettingsForm(List<String> names, FormState state) {
        this.state = state;
        for (String name : names) {
            var field = new Field();
            fields.put(name, field);
            state.at(name, field);
        }
    }

    Field field(String name) {
        return Objects.requireNonNull(fields.get(name));
    }

    /// Shows what the server has now, where the owner has typed nothing else.
    void fill(ServerSettings now) {
        fields.forEach((name, field) -> {
            if (field.words().equals(shown.words(name))) {
                field.value.set(now.words(name));
            }
        });
        shown = now;
    }

    /// The server has taken it, and may write it in its own way.
    void taken(ServerSettings now) {
        fields.forEach((name, field) -> field.value.set(now.words(name)));
        shown = now;
    }

    /// What is another than the server has, in the form that the server takes.
    Map<String, Object> changes() {
        Map<String, Object> changes = new HashMap<>();
        fields.forEach((name, field) -> {
            if (shown.knows(name) && !field.words().equals(shown.words(name))) {
                changes.put(name, shown.like(name, field.words()));
            }
        });
        return changes;
    }
}
