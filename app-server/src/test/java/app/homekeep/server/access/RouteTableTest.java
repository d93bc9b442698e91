// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import static org.assertj.core.api.Assertions.fail;

import app.homekeep.server.TestServer;
import app.homekeep.server.http.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may ask what, as one table that people read: a route that isn't in it, or asks for something else, stops the
/// build.
@Tag("LF-06")
class RouteTableTest {
    private static final Path TABLE = Path.of("../docs/security/routes.csv");
    private static final String STALE = """
            docs/security/routes.csv is not what the server has. Where that is what you want, make it anew and commit it:
            ./mvnw -pl app-server -am test -Dtest=RouteTableTest -Dsurefire.failIfNoSpecifiedTests=false -Droutes.write=true""";

    @TempDir
    Path folder;

    @Test
    void every_route_asks_for_what_the_table_says() throws IOException {
        String now = table();
        if (Boolean.getBoolean("routes.write")) {
            Files.writeString(TABLE, now);
        }

        if (!Files.readString(TABLE).equals(now)) {
            fail(STALE);
        }
    }

    private String table() {
        try (TestServer server = TestServer.start(folder)) {
            return server.routes().stream()
                    .map(RouteTableTest::line)
                    .sorted()
                    .collect(Collectors.joining("\n", "path,method,who\n", "\n"));
        }
    }

    private static String line(Route route) {
        return route.path() + "," + route.method() + "," + who(route.access());
    }

    private static String who(Access access) {
        return switch (access) {
            case Access.Anyone() -> "anyone";
            case Access.Known() -> "a session or an API key";
            case Access.SignedIn() -> "a session";
            case Access.SteppedUp() -> "a session after a step-up";
            case Access.Needs(var permission) -> "a session or an API key with " + permission.wire();
            case Access.Manages(var permission) ->
                "the machine or a session with " + permission.wire() + " after a step-up with a second factor";
            case Access.AtTheMachine() -> "the machine";
        };
    }
}
