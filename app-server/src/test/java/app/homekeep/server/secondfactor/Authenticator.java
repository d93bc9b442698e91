// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/// Somebody's authenticator app: `oathtool`, which shares no line with ours.
///
/// @param secret        as the app was given it
/// @param recoveryCodes as shown when it was set up
public record Authenticator(TestServer server, String secret, List<String> recoveryCodes) {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /// Sets one up for whoever is signed in to the browser.
    public static Authenticator setUp(TestServer server, TestClient browser, String password) {
        expect(200, stepUp(browser, password));
        Answered shown = expect(200, browser.post("/api/v1/auth/totp/enrolment", ""));
        var bare = new Authenticator(server, shown.at("secret").toString(), List.of());
        Answered confirmed = expect(200, browser.post("/api/v1/auth/totp/confirm", code("code", bare.next())));
        return new Authenticator(server, bare.secret(), codes(confirmed));
    }

    /// The password alone.
    public static Answered stepUp(TestClient browser, String password) {
        return browser.post("/api/v1/auth/step-up", "{\"password\":\"%s\"}".formatted(password));
    }

    /// The password and a code that was not used before.
    public Answered strongStepUp(TestClient browser, String password) {
        return browser.post(
                "/api/v1/auth/step-up", "{\"password\":\"%s\",\"totp\":\"%s\"}".formatted(password, next()));
    }

    /// Signs in with password and code.
    public Answered signIn(TestClient browser, String username, String password) {
        return browser.post(
                "/api/v1/auth/login",
                "{\"username\":\"%s\",\"password\":\"%s\",\"totp\":\"%s\"}".formatted(username, password, next()));
    }

    /// A code that was not used before: time goes on for it.
    public String next() {
        server.clock().advance(STEP);
        return steps(0);
    }

    /// The code of now, or of so many steps later.
    public String steps(int later) {
        return at(server.clock().instant().plus(STEP.multipliedBy(later)));
    }

    /// A code that is not right now, nor near.
    public String wrong() {
        return steps(1000).equals(steps(0)) ? steps(2000) : steps(1000);
    }

    public String at(Instant time) {
        return oath(secret, time);
    }

    static String oath(String secret, Instant time) {
        try {
            var process = new ProcessBuilder("oathtool", "--totp", "-b", "-d", "6", "-N", TIME.format(time), secret)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new AssertionError(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String code(String member, String code) {
        return "{\"%s\":\"%s\"}".formatted(member, code);
    }

    @SuppressWarnings("unchecked")
    public static List<String> codes(Answered answer) {
        return (List<String>) Objects.requireNonNull(answer.json().get("recovery_codes"));
    }

    /// The id of an account.
    public static String idOf(TestServer server, String username) {
        return server.control().get("/api/v1/users").items().stream()
                .filter(user -> username.equals(user.get("username")))
                .map(user -> String.valueOf(user.get("id")))
                .findFirst()
                .orElseThrow();
    }

    public static Answered expect(int status, Answered answer) {
        if (answer.status() != status) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
