// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.ApiKeysApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.apikey.ApiKey;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Everybody's API keys. FX thread only.
final class ApiKeysViewModel {
    private final Text text;
    private final ApiKeysApi api;
    private final Deeds deeds;
    private final Live<List<ApiKey>> keys;

    ApiKeysViewModel(Text text, Live.Source source, ApiKeysApi api, Deeds deeds) {
        this.text = text;
        this.api = api;
        this.deeds = deeds;
        keys = new Live<>(source, api::keys, AdminEvents.API_KEYS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<ApiKey>>> keys() {
        return keys.value();
    }

    ReadOnlyBooleanProperty serverUp() {
        return keys.serverUp();
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

    int count() {
        return keys.now().map(List::size).orElse(0);
    }

    void revoke(ApiKey key) {
        deeds.run(() -> api.revoke(key.id()), text.get("api_keys.revoked", key.name()), this::load);
    }

    /// Revokes every key there is, all or none.
    void revokeAll() {
        deeds.run(api::revokeAll, text.get("api_keys.revoked_all"), this::load);
    }
}
