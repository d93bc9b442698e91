// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.InvitesApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.invite.Invite;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The invites that can still be accepted. FX thread only.
final class InvitesViewModel {
    private final Text text;
    private final InvitesApi api;
    private final Deeds deeds;
    private final Live<List<Invite>> invites;

    InvitesViewModel(Text text, Live.Source source, InvitesApi api, Deeds deeds) {
        this.text = text;
        this.api = api;
        this.deeds = deeds;
        // One that was accepted has become an account.
        invites = new Live<>(source, api::invites, AdminEvents.REQUESTS_CHANGED, AdminEvents.USERS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<Invite>>> invites() {
        return invites.value();
    }

    void onShow() {
        invites.onShow();
    }

    void onHide() {
        invites.onHide();
    }

    void load() {
        invites.load();
    }

    /// Whom it is for, as far as that is known.
    String who(Invite invite) {
        return Stream.of(Optional.ofNullable(invite.name()), Optional.ofNullable(invite.username()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> text.get("invites.anybody"));
    }

    void revoke(Invite invite) {
        deeds.run(() -> api.revoke(invite.id()), text.get("invites.revoked", who(invite)), this::load);
    }
}
