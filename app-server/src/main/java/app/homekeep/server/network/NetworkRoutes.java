// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.LanDoor;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.NetworkAnswer;
import app.homekeep.server.access.Access;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.function.Supplier;

/// `/control/networks` and `/control/restart-doors`: which networks are home, and the doors to them.
public final class NetworkRoutes {
    private static final JsonType<Page<KnownNetwork>> NETWORKS = Wire.page(KnownNetwork.class);
    private static final JsonType<KnownNetwork> NETWORK = Wire.type(KnownNetwork.class);
    private static final JsonType<NetworkAnswer> ANSWER = Wire.type(NetworkAnswer.class);
    private static final JsonType<LanDoor> DOOR = Wire.type(LanDoor.class);

    private final Networks networks;
    private final Runnable evaluate;
    private final Supplier<LanDoor> door;
    private final Runnable changed;

    /// @param evaluate has the doors looked after; on return they are as they have to be
    /// @param changed  tells who watches that a network stands otherwise now
    public NetworkRoutes(Networks networks, Runnable evaluate, Supplier<LanDoor> door, Runnable changed) {
        this.networks = networks;
        this.evaluate = evaluate;
        this.door = door;
        this.changed = changed;
    }

    public List<Route> routes() {
        Access access = Access.atTheMachine();
        return List.of(
                Route.get(Routes.CONTROL_NETWORKS, access, request -> Answer.ok(NETWORKS, Page.whole(networks.list()))),
                Route.patch(Routes.CONTROL_NETWORK, access, this::answer),
                Route.delete(Routes.CONTROL_NETWORK, access, this::forget),
                Route.post(Routes.CONTROL_RESTART_DOORS, access, request -> restart()));
    }

    private Answer answer(Request request) {
        KnownNetwork network = networks.answer(
                request.segment("id"), request.json(ANSWER).home(), AuditEntry.of(AuditKind.NETWORK_CHANGE, request));
        evaluate.run();
        changed.run();
        return Answer.ok(NETWORK, network);
    }

    private Answer forget(Request request) {
        networks.forget(request.segment("id"), AuditEntry.of(AuditKind.NETWORK_CHANGE, request));
        changed.run();
        return Answer.nothing();
    }

    private Answer restart() {
        evaluate.run();
        return Answer.ok(DOOR, door.get());
    }
}
