// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Routes;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings over the control door. Thread-safe.
final class HttpSettingsApi implements SettingsApi {
    private static final JsonType<Map<String, Object>> OBJECT =
            Jsonb.builder().build().type(Object.class).map();

    private final ServerLine line;

    HttpSettingsApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public ServerSettings settings() {
        var values = new HashMap<String, Object>();
        if (line.get(Routes.SETTINGS, ControlDoor.SOON, OBJECT).get("items") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> one && one.get("name") instanceof String name) {
                    Optional.ofNullable(one.get("value")).ifPresent(value -> values.put(name, value));
                }
            }
        }
        return new ServerSettings(values);
    }

    @Override
    public void change(Map<String, Object> values) {
        line.tell("PATCH", Routes.SETTINGS, OBJECT, values);
    }
}
