// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.admin.SpacesApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.SpaceChange;

/// A space that gets another name. FX thread only.
final class SpaceName {
    final Field name = new Field();
    final FormState state;

    private final Text text;
    private final SpacesApi api;
    private final ManagedSpace space;

    SpaceName(Text text, SpacesApi api, Background background, ManagedSpace space) {
        this.text = text;
        this.api = api;
        this.space = space;
        state = new FormState(text, background);
        name.value.set(space.name());
    }

    void send(Runnable onDone) {
        String words = name.words();
        boolean fits = words.codePointCount(0, words.length()) <= Limits.NAME_LONGEST;
        String missing = words.isEmpty() ? text.get("form.name.missing") : "";
        if (name.check(fits ? missing : text.get("form.long", Limits.NAME_LONGEST))) {
            state.send(
                    () -> {
                        api.change(space.id(), new SpaceChange(words, null, null));
                        return true;
                    },
                    _ -> onDone.run());
        }
    }
}
