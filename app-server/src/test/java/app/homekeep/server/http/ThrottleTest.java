// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FT-08")
class ThrottleTest {
    private static final Route OPEN = Route.get("/open", Access.anyone(), request -> Answer.nothing());

    @Test
    void an_address_that_is_shut_out_gets_in_by_no_door_but_the_control_door() {
        Rates shut = new Counting() {
            @Override
            public void admit(String address) {
                throw new Refused(ProblemCode.FORBIDDEN, "shut out");
            }
        };
        try (TestServer server = serverWith(shut, OPEN)) {
            for (DoorKind door : List.of(DoorKind.LOCAL, DoorKind.LAN, DoorKind.WELCOME)) {
                assertThat(server.ask(door, RawClient.request("GET", "/open")).status())
                        .as(door.name())
                        .isEqualTo(403);
            }
            assertThat(control(server)).isEqualTo(204);
        }
    }

    @Test
    void a_rate_that_is_used_up_is_a_429_with_the_time_to_wait() {
        Rates none = new Counting() {
            @Override
            public Runnable spend(Request request, String route) {
                throw Refused.later(ProblemCode.TOO_MANY_REQUESTS, "too often", Duration.ofMillis(1001));
            }
        };
        try (TestServer server = serverWith(none, OPEN)) {
            RawClient.Reply reply = server.get("/open");

            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.header("Retry-After")).isEqualTo("2");
            assertThat(control(server)).isEqualTo(204);
        }
    }

    @Test
    void the_caller_and_the_route_are_known_when_a_request_is_counted() {
        var counting = new Counting();
        Route route = Route.get("/things/{id}", Access.signedIn(), request -> Answer.nothing());
        try (TestServer server = serverWith(counting, route)) {
            server.callers.signIn("anna", Role.USER);
            server.get("/things/7", "Cookie: homekeep=anna");
            server.get("/nothing");
        }

        assertThat(counting.seen).containsExactly("/things/{id} s-anna", " nobody");
    }

    @Test
    void what_must_be_kept_is_kept_before_the_handler_runs() {
        List<String> order = new CopyOnWriteArrayList<>();
        Rates keeping = new Counting() {
            @Override
            public Runnable spend(Request request, String route) {
                return () -> order.add("kept");
            }
        };
        Route route = Route.get("/open", Access.anyone(), request -> {
            order.add("handled");
            return Answer.nothing();
        });
        try (TestServer server = serverWith(keeping, route)) {
            server.get("/open");
        }

        assertThat(order).containsExactly("kept", "handled");
    }

    @Test
    void what_could_not_be_kept_is_not_handled() {
        List<String> handled = new CopyOnWriteArrayList<>();
        Rates broken = new Counting() {
            @Override
            public Runnable spend(Request request, String route) {
                return () -> {
                    throw new Refused(ProblemCode.NO_SPACE, "full");
                };
            }
        };
        Route route = Route.get("/open", Access.anyone(), request -> {
            handled.add("handled");
            return Answer.nothing();
        });
        try (TestServer server = serverWith(broken, route)) {
            assertThat(server.get("/open").status()).isEqualTo(507);
        }

        assertThat(handled).isEmpty();
    }

    /// Lets everybody in and notes what it was asked.
    private static class Counting implements Rates {
        final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void admit(String address) {}

        @Override
        public Runnable spend(Request request, String route) {
            seen.add(route + " " + (request.caller() instanceof Caller.SignedIn in ? in.sessionId() : "nobody"));
            return NOTHING_TO_KEEP;
        }
    }

    private static int control(TestServer server) {
        return server.ask(
                        DoorKind.CONTROL,
                        RawClient.request("GET", "/open", "Authorization: Bearer " + TestServer.CONTROL_TOKEN))
                .status();
    }

    private static TestServer serverWith(Rates rates, Route... routes) {
        return TestServer.with(config -> TestServer.withRates(config, rates), routes);
    }
}
