// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `/settings`: every setting with its value, and changes.
public final class SettingsRoutes {
    private static final JsonType<Map<String, Object>> OBJECT =
            Jsonb.builder().serializeNulls(true).build().type(Object.class).map();

    private final Settings settings;
    private final AuditLog audit;

    public SettingsRoutes(Settings settings, AuditLog audit) {
        this.settings = settings;
        this.audit = audit;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.SETTINGS_MANAGE);
        return List.of(
                Route.get(Routes.SETTINGS, access, request -> all()),
                Route.patch(Routes.SETTINGS, access, this::change));
    }

    private Answer change(Request request) {
        settings.change(request.json(OBJECT), audit, AuditEntry.of(AuditKind.SETTINGS_CHANGE, request));
        return all();
    }

    private Answer all() {
        List<Map<String, Object>> items =
                KnownSettings.ALL.stream().map(this::item).toList();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", items);
        page.put("next", null);
        return Answer.ok(OBJECT, page);
    }

    private Map<String, Object> item(Setting<?> setting) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", setting.name());
        item.put("type", setting.kind().type());
        item.put("value", settings.get(setting));
        item.put("default", setting.standard());
        item.put("explanation", setting.explanation());
        return item;
    }
}
