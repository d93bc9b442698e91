// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.control;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.StopAnswer;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// `/control`: for the owner's panel and command line alone.
public final class ControlRoutes {
    private static final JsonType<ServerStatus> STATUS = Wire.type(ServerStatus.class);
    private static final JsonType<StopAnswer> STOPPING = Wire.type(StopAnswer.class);
    private static final JsonType<Page<String>> LINES = Wire.page(String.class);

    private final Supplier<ServerStatus> status;
    private final OpenExchanges exchanges;
    private final Stop stop;
    private final Duration drain;
    private final LogLines log;

    /// @param drain how long a stop waits for transfers
    public ControlRoutes(
            Supplier<ServerStatus> status, OpenExchanges exchanges, Stop stop, Duration drain, LogLines log) {
        this.status = status;
        this.exchanges = exchanges;
        this.stop = stop;
        this.drain = drain;
        this.log = log;
    }

    public List<Route> routes() {
        Access access = Access.atTheMachine();
        return List.of(
                Route.get(Routes.CONTROL_STATUS, access, request -> Answer.ok(STATUS, status.get())),
                Route.post(Routes.CONTROL_STOP, access, request -> stop()),
                Route.get(Routes.CONTROL_LOGS, access, this::log));
    }

    private Answer stop() {
        stop.ask();
        return Answer.json(202, STOPPING, new StopAnswer(exchanges.transfers(), Math.toIntExact(drain.toSeconds())));
    }

    private Answer log(Request request) throws IOException {
        return Answer.ok(LINES, Page.whole(log.tail(Paging.limit(request))));
    }
}
