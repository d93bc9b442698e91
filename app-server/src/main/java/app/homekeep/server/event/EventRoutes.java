// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.event;

import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.server.access.Access;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.EventStream;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/// The streams of events: what a signed-in browser may know, and what the panel may.
public final class EventRoutes {
    private static final JsonType<Map<String, Object>> OBJECT =
            Jsonb.builder().build().type(Object.class).map();

    private final EventHub hub;
    private final BiPredicate<String, String> mayHear;

    /// @param mayHear whether a user (by id) hears of what changes in a space (by id)
    public EventRoutes(EventHub hub, BiPredicate<String, String> mayHear) {
        this.hub = hub;
        this.mayHear = mayHear;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(Routes.EVENTS, Access.signedIn(), this::browser),
                Route.get(Routes.CONTROL_EVENTS, Access.atTheMachine(), this::panel));
    }

    private Answer browser(Request request) {
        String userId = request.signedIn().userId();
        // A role that is given less cuts the stream.
        boolean reads = request.caller().may(Permission.FILE_READ);
        return new Answer.Events(stream -> watch(stream, event -> {
            if (reads && event instanceof Event.FilesChanged changed && mayHear.test(userId, changed.space())) {
                stream.send("files_changed", json(changed));
            }
            if (event instanceof Event.SpacesChanged changed
                    && changed.accounts().contains(userId)) {
                stream.send("spaces_changed", "{}");
            }
        }));
    }

    private Answer panel(Request request) {
        return new Answer.Events(stream -> watch(stream, event -> tellPanel(stream, event)));
    }

    private void watch(EventStream stream, Consumer<Event> watcher) {
        stream.onClose(hub.watch(watcher));
    }

    private static void tellPanel(EventStream stream, Event event) {
        switch (event) {
            case Event.SessionsChanged _ -> stream.send("sessions_changed", "{}");
            case Event.UsersChanged _ -> stream.send("users_changed", "{}");
            case Event.RolesChanged _ -> stream.send("roles_changed", "{}");
            case Event.RequestsChanged _ -> stream.send("requests_changed", "{}");
            case Event.ApprovalsChanged _ -> stream.send("approvals_changed", "{}");
            case Event.BlocksChanged _ -> stream.send("blocks_changed", "{}");
            case Event.ApiKeysChanged _ -> stream.send("api_keys_changed", "{}");
            case Event.SpacesChanged _ -> stream.send("spaces_changed", "{}");
            case Event.NetworkChanged _ -> stream.send("network_changed", "{}");
            case Event.PairingsChanged _ -> stream.send("pairings_changed", "{}");
            case Event.LockdownChanged _ -> stream.send("lockdown_changed", "{}");
            case Event.TransfersChanged _ -> stream.send("transfers_changed", "{}");
            case Event.AuditAppended appended ->
                stream.send("audit_appended", OBJECT.toJson(Map.of("seq", appended.seq())));
            case Event.FilesChanged changed -> stream.send("files_changed", json(changed));
            case Event.Stopping _ -> stream.send("stopping", "{}");
        }
    }

    private static String json(Event.FilesChanged changed) {
        return OBJECT.toJson(Map.of("space", changed.space(), "path", changed.path()));
    }
}
