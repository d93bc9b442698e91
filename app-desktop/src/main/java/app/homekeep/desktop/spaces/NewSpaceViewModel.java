// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.admin.SpacesApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.SpaceLevel;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.account.User;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceMember;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A folder that is about to be served. FX thread only.
final class NewSpaceViewModel {
    final Field name = new Field();
    final Field folder = new Field();
    /// How much each of the accounts may do in it; the owner everything, the others nothing yet.
    final Map<User, ObjectProperty<SpaceLevel>> levels = new LinkedHashMap<>();
    final FormState state;

    private final Text text;
    private final SpacesApi api;

    NewSpaceViewModel(Text text, SpacesApi api, Background background, List<User> users) {
        this.text = text;
        this.api = api;
        state = new FormState(text, background);
        for (User user : users) {
            boolean owner = user.role().equals(Role.OWNER.wire());
            levels.put(user, new SimpleObjectProperty<>(owner ? SpaceLevel.EVERYTHING : SpaceLevel.NOTHING));
        }
    }

    /// A folder was picked: where nothing else was said, the space is called like it.
    void picked(Path path) {
        folder.value.set(path.toString());
        Path last = path.getFileName();
        if (name.words().isEmpty() && last != null) {
            name.value.set(last.toString());
        }
    }

    void send(Consumer<ManagedSpace> onDone) {
        boolean fits = name.words().codePointCount(0, name.words().length()) <= Limits.NAME_LONGEST;
        String noName = name.words().isEmpty() ? text.get("form.name.missing") : "";
        boolean named = name.check(fits ? noName : text.get("form.long", Limits.NAME_LONGEST));
        boolean placed = folder.check(folder.words().isEmpty() ? text.get("spaces.folder.missing") : "");
        if (named && placed) {
            var space = new NewSpace(name.words(), folder.words(), members());
            state.send(() -> api.add(space), onDone);
        }
    }

    private List<SpaceMember> members() {
        List<SpaceMember> members = new ArrayList<>();
        levels.forEach((user, level) -> {
            if (level.get() != SpaceLevel.NOTHING) {
                members.add(new SpaceMember(user.username(), level.get().rights()));
            }
        });
        return members;
    }
}
