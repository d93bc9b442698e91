// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Permission;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Role;
import app.homekeep.model.account.User;
import app.homekeep.server.access.Caller;
import app.homekeep.server.access.Proof;
import app.homekeep.server.problem.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/// A real web server on free ports, with routes and callers of the test.
final class TestServer implements AutoCloseable {
    static final String CONTROL_TOKEN = "the-control-token";

    static final DoorRules RULES = new DoorRules(() -> true, Proxies.NONE, () -> false, Set::of);

    final TestCallers callers = new TestCallers();
    final WebServer web;

    /// People by the token of their cookie. `slow-…` tokens are not remembered: they need the database.
    static final class TestCallers implements Callers {
        private final Map<String, Caller> signedIn = new ConcurrentHashMap<>();

        void signIn(String token, Role role) {
            signIn(token, role, role.permissions());
        }

        void signIn(String token, Role role, Set<Permission> permissions) {
            signedIn.put(
                    token,
                    new Caller.SignedIn(
                            User.active("u-" + token, token, token, role.wire(), Instant.EPOCH),
                            permissions,
                            "s-" + token,
                            Instant.EPOCH,
                            Proof.NONE));
        }

        void revoke(String token) {
            signedIn.remove(token);
        }

        @Override
        public Optional<Caller> remembered(Credential credential, String address) {
            return credential.text().startsWith("slow-")
                    ? Optional.empty()
                    : Optional.of(identify(credential, address));
        }

        @Override
        public Caller identify(Credential credential, String address) {
            Caller caller = signedIn.get(credential.text());
            if (caller == null) {
                throw new Refused(ProblemCode.SESSION_REVOKED, "The session was ended.");
            }
            return caller;
        }
    }

    private TestServer(UnaryOperator<WebConfig> change, List<Route> routes) {
        var ids = new AtomicInteger();
        var config = new WebConfig(
                Ports.free(),
                new Router(routes),
                new Router(routes.stream()
                        .filter(route -> route.path().equals("/trust"))
                        .toList()),
                callers,
                Rates.unlimited(),
                new Open(() -> {}),
                (door, host) ->
                        Set.of("localhost", "127.0.0.1", "::1", "home.local").contains(host),
                CONTROL_TOKEN,
                () -> "olga",
                TestServer::throwaway,
                request -> Answer.text(200, "text/html; charset=utf-8", "<p>the shell</p>"),
                RULES,
                () -> "id-" + ids.incrementAndGet(),
                limits());
        try {
            web = WebServer.open(change.apply(config));
        } catch (IOException | PortTaken failure) {
            throw new AssertionError(failure);
        }
    }

    static TestServer of(Route... routes) {
        return new TestServer(config -> config, List.of(routes));
    }

    static TestServer with(UnaryOperator<WebConfig> change, Route... routes) {
        return new TestServer(change, List.of(routes));
    }

    /// The same with other limits and rules.
    static WebConfig changed(WebConfig all, HttpLimits limits, DoorRules rules) {
        return new WebConfig(
                all.ports(),
                all.router(),
                all.welcome(),
                all.callers(),
                all.rates(),
                all.open(),
                all.hosts(),
                all.controlToken(),
                all.ownerName(),
                all.tls(),
                all.page(),
                rules,
                all.requestIds(),
                limits);
    }

    static WebConfig withPorts(WebConfig all, Ports ports) {
        return new WebConfig(
                ports,
                all.router(),
                all.welcome(),
                all.callers(),
                all.rates(),
                all.open(),
                all.hosts(),
                all.controlToken(),
                all.ownerName(),
                all.tls(),
                all.page(),
                all.rules(),
                all.requestIds(),
                all.limits());
    }

    static WebConfig withTls(WebConfig all, Supplier<SSLContext> tls) {
        return new WebConfig(
                all.ports(),
                all.router(),
                all.welcome(),
                all.callers(),
                all.rates(),
                all.open(),
                all.hosts(),
                all.controlToken(),
                all.ownerName(),
                tls,
                all.page(),
                all.rules(),
                all.requestIds(),
                all.limits());
    }

    static WebConfig withRates(WebConfig all, Rates rates) {
        return new WebConfig(
                all.ports(),
                all.router(),
                all.welcome(),
                all.callers(),
                rates,
                all.open(),
                all.hosts(),
                all.controlToken(),
                all.ownerName(),
                all.tls(),
                all.page(),
                all.rules(),
                all.requestIds(),
                all.limits());
    }

    /// The standard ones with short times, so that no test waits for long.
    static HttpLimits limits() {
        HttpLimits all = HttpLimits.standard();
        return new HttpLimits(
                all.headerBytes(),
                all.headers(),
                all.cookies(),
                all.parameters(),
                Duration.ofMillis(600),
                Duration.ofSeconds(30),
                // A first handshake takes its time on a busy machine.
                Duration.ofSeconds(3),
                Duration.ofMillis(1500),
                all.uploadRate(),
                Duration.ofMillis(2500),
                Duration.ofMillis(100),
                all.queuedEvents(),
                4,
                all.waitingTransfers(),
                all.connections(),
                all.streams(),
                2,
                all.buffer());
    }

    static SSLContext throwaway() {
        return TestCertificate.CONTEXT;
    }

    int port(DoorKind door) {
        Ports ports = web.ports();
        return switch (door) {
            case CONTROL -> ports.control();
            case LOCAL -> ports.local();
            case LAN -> ports.lan().orElseThrow();
            case WELCOME -> ports.welcome().orElseThrow();
        };
    }

    /// Sends these bytes to the local door and returns all that comes back until the server closes, or what one answer
    /// holds.
    RawClient.Reply ask(String request) {
        return ask(DoorKind.LOCAL, request);
    }

    RawClient.Reply ask(DoorKind door, String request) {
        return RawClient.ask(this, door, request);
    }

    RawClient.Reply get(String path, String... headers) {
        return ask(RawClient.request("GET", path, headers));
    }

    @Override
    public void close() {
        web.close();
    }
}
