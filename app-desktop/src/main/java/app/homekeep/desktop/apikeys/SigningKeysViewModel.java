// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.SigningKeysApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.control.SigningKey;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The keys that sign sign-ins. FX thread only.
final class SigningKeysViewModel {
    private final Text text;
    private final SigningKeysApi api;
    private final Deeds deeds;
    private final Live<List<SigningKey>> keys;

    SigningKeysViewModel(Text text, Live.Source source, SigningKeysApi api, Deeds deeds) {
        this.text = text;
        this.api = api;
        this.deeds = deeds;
        // One that is rotated elsewhere has no event of its own, but stands in the log.
        keys = new Live<>(source, api::signingKeys, AdminEvents.AUDIT_APPENDED);
    }

    ReadOnlyObjectProperty<Load<List<SigningKey>>> keys() {
        return keys.value();
    }

    void onShow() {
        keys.onShow();
    }

    void onHide() {
        keys.onHide();
    }

    void load() {
        keys.load();
    }

    /// Whether a new one can be made: not where one was given from outside.
    boolean rotates() {
        return keys.now()
                .filter(all -> all.stream().noneMatch(SigningKey::fixed))
                .isPresent();
    }

    /// @param atOnce whether what the old key signed ends now
    void rotate(boolean atOnce) {
        deeds.run(
                () -> api.rotate(new KeyRotation(atOnce)),
                text.get(atOnce ? "signing.rotated.at_once" : "signing.rotated"),
                this::load);
    }
}
