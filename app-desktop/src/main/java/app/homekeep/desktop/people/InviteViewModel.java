// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.InvitesApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.SpaceLevel;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.NewInvite;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.SpaceGrant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// An invite being written. FX thread only.
final class InviteViewModel {
    final Field name = new Field();
    final ObjectProperty<String> role = new SimpleObjectProperty<>(Role.USER.wire());
    final ObjectProperty<Expiry> expiry = new SimpleObjectProperty<>(Expiry.WEEK);
    /// What comes with it; nothing of any of them at first.
    final Map<ManagedSpace, ObjectProperty<SpaceLevel>> levels = new LinkedHashMap<>();
    final FormState state;

    private final Text text;
    private final InvitesApi api;
    private final Clock clock;

    /// @param spaces the shared ones there are
    InviteViewModel(Text text, InvitesApi api, Background background, Clock clock, List<ManagedSpace> spaces) {
        this.text = text;
        this.api = api;
        this.clock = clock;
        state = new FormState(text, background);
        spaces.forEach(space -> levels.put(space, new SimpleObjectProperty<>(SpaceLevel.NOTHING)));
    }

    /// @param show gets the link, which is not kept
    void send(Consumer<CreatedInvite> show) {
        boolean fits = name.words().codePointCount(0, name.words().length()) <= Limits.NAME_LONGEST;
        if (name.check(fits ? "" : text.get("form.long", Limits.NAME_LONGEST))) {
            var invite = new NewInvite(
                    name.words(),
                    role.get(),
                    grants(),
                    clock.instant().plus(expiry.get().length()));
            state.send(() -> api.invite(invite), show);
        }
    }

    private List<SpaceGrant> grants() {
        List<SpaceGrant> grants = new ArrayList<>();
        levels.forEach((space, level) -> {
            if (level.get() != SpaceLevel.NOTHING) {
                grants.add(new SpaceGrant(space.id(), level.get().rights()));
            }
        });
        return grants;
    }
}
