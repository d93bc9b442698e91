// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Limits;
import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.space.Entry;
import app.homekeep.model.space.Space;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.util.List;

/// `GET /spaces` and `GET /spaces/{space}/entries`.
public final class SpaceRoutes {
    private static final JsonType<Page<Space>> SPACES = Wire.page(Space.class);
    private static final JsonType<Page<Entry>> ENTRIES = Wire.page(Entry.class);

    private final Spaces spaces;
    private final Entries entries;

    public SpaceRoutes(Spaces spaces, Entries entries) {
        this.spaces = spaces;
        this.entries = entries;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.SPACES, Access.needs(Permission.FILE_READ), this::spaces),
                Route.get(Routes.ENTRIES, Access.needs(Permission.FILE_READ), this::entries));
    }

    private Answer spaces(Request request) {
        return Answer.ok(SPACES, Page.whole(spaces.of(request.caller())));
    }

    private Answer entries(Request request) throws IOException {
        var path = SpacePath.parse(request.query("path").orElse("/"));
        var sort = request.query("sort").map(EntrySort::parse).orElse(EntrySort.BY_NAME);
        var after = sort.after(request.query("after"));
        int limit = request.query("limit").map(SpaceRoutes::limit).orElse(Limits.PAGE);
        return Answer.ok(ENTRIES, entries.list(request.segment("space"), request.caller(), path, sort, limit, after));
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Limits.PAGE_LARGEST) {
                return limit;
            }
        }
        throw Refused.badField("limit", "Use a number from 1 to " + Limits.PAGE_LARGEST + ".");
    }
}
