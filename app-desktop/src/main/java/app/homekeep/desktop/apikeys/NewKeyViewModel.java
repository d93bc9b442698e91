// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.admin.ApiKeysApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.Permission;
import app.homekeep.model.Role;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// An API key being asked for. FX thread only.
final class NewKeyViewModel {
    final Field name = new Field();
    final ObjectProperty<Lifetime> lifetime = new SimpleObjectProperty<>(Lifetime.QUARTER);
    final StringProperty permissionsProblem = new SimpleStringProperty("");
    final FormState state;

    private final Text text;
    private final ApiKeysApi api;
    private final Clock clock;
    private final Set<Permission> chosen = EnumSet.of(Permission.FILE_READ);

    NewKeyViewModel(Text text, ApiKeysApi api, Background background, Clock clock) {
        this.text = text;
        this.api = api;
        this.clock = clock;
        state = new FormState(text, background);
    }

    /// What a key may be allowed to do, those of a usual key first.
    static List<Permission> choices() {
        return Arrays.stream(Permission.values())
                .filter(Role.API.permissions()::contains)
                .toList();
    }

    boolean allows(Permission permission) {
        return chosen.contains(permission);
    }

    void allow(Permission permission, boolean allowed) {
        permissionsProblem.set("");
        if (allowed) {
            chosen.add(permission);
        } else {
            chosen.remove(permission);
        }
    }

    /// @param show gets the key, which is not kept
    void send(Consumer<CreatedApiKey> show) {
        boolean named = name.check(nameWrong());
        permissionsProblem.set(chosen.isEmpty() ? text.get("api_keys.permissions.missing") : "");
        if (!named || chosen.isEmpty()) {
            return;
        }
        var key = new NewApiKey(
                name.words(),
                chosen,
                lifetime.get().length().map(clock.instant()::plus).orElse(null));
        state.send(() -> api.create(key), show);
    }

    private String nameWrong() {
        if (name.words().isEmpty()) {
            return text.get("api_keys.name.missing");
        }
        boolean fits = name.words().codePointCount(0, name.words().length()) <= Limits.NAME_LONGEST;
        return fits ? "" : text.get("form.long", Limits.NAME_LONGEST);
    }
}
