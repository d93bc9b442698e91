// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.InvitesApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.invite.NewInvite;
import java.time.Clock;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// An invite being written. FX thread only.
final class InviteViewModel {
    final Field name = new Field();
    final ObjectProperty<String> role = new SimpleObjectProperty<>(Role.USER.wire());
    final ObjectProperty<Expiry> expiry = new SimpleObjectProperty<>(Expiry.WEEK);
    final FormState state;

    private final Text text;
    private final InvitesApi api;
    private final Clock clock;

    InviteViewModel(Text text, InvitesApi api, Background background, Clock clock) {
        this.text = text;
        this.api = api;
        this.clock = clock;
        state = new FormState(text, background);
    }

    /// @param show gets the link, which is not kept
    void send(Consumer<CreatedInvite> show) {
        boolean fits = name.words().codePointCount(0, name.words().length()) <= Limits.NAME_LONGEST;
        if (name.check(fits ? "" : text.get("form.long", Limits.NAME_LONGEST))) {
            var invite = new NewInvite(
                    name.words(),
                    role.get(),
                    null,
                    clock.instant().plus(expiry.get().length()));
            state.send(() -> api.invite(invite), show);
        }
    }
}
