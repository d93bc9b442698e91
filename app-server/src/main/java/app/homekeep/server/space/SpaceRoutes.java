// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Limits;
import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.space.Entry;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.Space;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.util.List;

/// `/spaces` and `/spaces/{space}`: one's own, and all of them for those who manage them; what lies in
/// them. Folders are added and taken off at the machine alone: a path on the owner's disk is nobody else's
/// to name.
public final class SpaceRoutes {
    private static final JsonType<Page<Space>> SPACES = Wire.page(Space.class);
    private static final JsonType<Page<Entry>> ENTRIES = Wire.page(Entry.class);

    private static final JsonType<Page<ManagedSpace>> ALL = Wire.page(ManagedSpace.class);
    private static final JsonType<ManagedSpace> MANAGED = Wire.type(ManagedSpace.class);
    private static final JsonType<NewSpace> NEW = Wire.type(NewSpace.class);
    private static final JsonType<SpaceChange> CHANGE = Wire.type(SpaceChange.class);
    private static final Access MANAGES = Access.manages(Permission.SPACE_MANAGE);

    private final Spaces spaces;
    private final Entries entries;
    private final ManagedSpaces managed;
    private final SpaceChanges changes;

    public SpaceRoutes(Spaces spaces, Entries entries, ManagedSpaces managed, SpaceChanges changes) {
        this.spaces = spaces;
        this.entries = entries;
        this.managed = managed;
        this.changes = changes;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.SPACES, Access.needs(Permission.FILE_READ), this::spaces),
                Route.post(Routes.SPACES, Access.atTheMachine(), this::create),
                Route.get(Routes.SPACE, MANAGES, request -> told(request, managed.get(request.segment("space")))),
                Route.patch(Routes.SPACE, MANAGES, this::change),
                Route.delete(Routes.SPACE, Access.atTheMachine(), this::remove),
                Route.get(Routes.ENTRIES, Access.needs(Permission.FILE_READ), this::entries));
    }

    /// `?all=true` is about everybody's.
    private Answer spaces(Request request) {
        if (request.query("all").filter("true"::equals).isPresent()) {
            request.demand(MANAGES);
            Page<ManagedSpace> page = managed.page(Paging.after(request), Paging.limit(request));
            return Answer.ok(
                    ALL,
                    new Page<>(
                            page.items().stream()
                                    .map(space -> shown(request, space))
                                    .toList(),
                            page.next()));
        }
        return Answer.ok(SPACES, Page.whole(spaces.of(request.caller())));
    }

    private Answer create(Request request) {
        return Answer.json(
                201, MANAGED, changes.create(request.json(NEW), AuditEntry.of(AuditKind.SPACE_CREATE, request)));
    }

    private Answer change(Request request) {
        SpaceChange change = request.json(CHANGE);
        AuditEntry entry = AuditEntry.of(AuditKind.SPACE_UPDATE, request);
        return told(request, changes.change(request.segment("space"), change, entry));
    }

    private Answer remove(Request request) {
        changes.remove(request.segment("space"), AuditEntry.of(AuditKind.SPACE_REMOVE, request));
        return Answer.nothing();
    }

    private static Answer told(Request request, ManagedSpace space) {
        return Answer.ok(MANAGED, shown(request, space));
    }

    private static ManagedSpace shown(Request request, ManagedSpace space) {
        return request.caller() instanceof Caller.AtTheMachine ? space : ManagedSpaces.lessTold(space);
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
