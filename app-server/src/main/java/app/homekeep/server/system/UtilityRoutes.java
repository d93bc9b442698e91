// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.system;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Route;
import app.homekeep.server.media.TypePolicy;
import io.avaje.jsonb.JsonType;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Reference data, for anyone: what forms and scripts choose from. Made once.
public final class UtilityRoutes {
    private static final JsonType<Page<String>> WORDS = Wire.page(String.class);
    private static final List<String> LANGUAGES = List.of("de", "en");

    private final TypePolicy types;

    public UtilityRoutes(TypePolicy types) {
        this.types = types;
    }

    public List<Route> routes() {
        return List.of(
                words(Routes.UTILITY_FILE_TYPES, types.shownTypes()),
                words(
                        Routes.UTILITY_PERMISSIONS,
                        Arrays.stream(Permission.values()).map(Permission::wire).toList()),
                words(Routes.UTILITY_TIME_ZONES, ZoneId.getAvailableZoneIds()),
                words(Routes.UTILITY_LANGUAGES, LANGUAGES));
    }

    private static Route words(String path, Collection<String> all) {
        Page<String> page = Page.whole(all.stream().sorted().toList());
        return Route.get(path, Access.anyone(), request -> Answer.ok(WORDS, page));
    }
}
