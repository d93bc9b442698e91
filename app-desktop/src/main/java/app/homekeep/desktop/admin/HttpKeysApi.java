// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.apikey.ApiKey;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import app.homekeep.model.control.KeyRotation;
import app.homekeep.model.control.SigningKey;
import io.avaje.jsonb.JsonType;
import java.util.List;

/// API keys and signing keys over the control door. Thread-safe.
final class HttpKeysApi implements ApiKeysApi, SigningKeysApi {
    private static final JsonType<Page<ApiKey>> KEYS = Wire.page(ApiKey.class);
    private static final JsonType<NewApiKey> NEW = Wire.type(NewApiKey.class);
    private static final JsonType<CreatedApiKey> CREATED = Wire.type(CreatedApiKey.class);
    private static final JsonType<Page<SigningKey>> SIGNING = Wire.page(SigningKey.class);
    private static final JsonType<KeyRotation> ROTATION = Wire.type(KeyRotation.class);

    private final ServerLine line;

    HttpKeysApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public List<ApiKey> keys() {
        return line.all(new Query(Routes.API_KEYS).with("all", "true"), KEYS);
    }

    @Override
    public CreatedApiKey create(NewApiKey key) {
        return line.post(Routes.API_KEYS, NEW, key, CREATED);
    }

    @Override
    public void revoke(String id) {
        line.delete(ServerLine.path(Routes.API_KEY, id));
    }

    @Override
    public void revokeAll() {
        line.delete(new Query(Routes.API_KEYS).with("all", "true").path());
    }

    @Override
    public List<SigningKey> signingKeys() {
        return line.get(Routes.CONTROL_KEYS, ControlDoor.SOON, SIGNING).items();
    }

    @Override
    public void rotate(KeyRotation rotation) {
        line.tell("POST", Routes.CONTROL_KEYS_ROTATE, ROTATION, rotation);
    }
}
