// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Problem;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.StopAnswer;
import app.homekeep.model.system.Health;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/// Requests to the control door of a running server. Speaks to this machine only, through no proxy, and follows no
/// redirect, so that the token stays here. Thread-safe.
public final class ControlDoor {
    /// How long a small answer may take.
    static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration PULSE = Duration.ofSeconds(2);
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;
    private static final JsonType<Problem> PROBLEM = Wire.problem();
    private static final JsonType<Health> HEALTH = Wire.type(Health.class);
    private static final JsonType<ServerStatus> STATUS = Wire.type(ServerStatus.class);
    private static final JsonType<StopAnswer> STOP = Wire.type(StopAnswer.class);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PULSE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    /// Whether the server can do its work; asked often, so it must be quick.
    public Health health(RunFile server) {
        return json(request(server, Routes.HEALTH).timeout(PULSE).GET().build(), HEALTH);
    }

    /// What the server does; asked often, so it must be quick.
    public ServerStatus status(RunFile server) {
        return json(request(server, Routes.CONTROL_STATUS).timeout(PULSE).GET().build(), STATUS);
    }

    /// Asks the server to stop.
    public StopAnswer stop(RunFile server) {
        return json(
                request(server, Routes.CONTROL_STOP)
                        .timeout(SOON)
                        .POST(BodyPublishers.noBody())
                        .build(),
                STOP);
    }

    <T> T get(RunFile server, String path, Duration within, JsonType<T> type) {
        return json(request(server, path).timeout(within).GET().build(), type);
    }

    /// Asks for something to be done, and reads what comes of it.
    ///
    /// @param body JSON; empty for none
    <A> A ask(RunFile server, String method, String path, Optional<byte[]> body, JsonType<A> answer) {
        return json(change(server, method, path, body), answer);
    }

    /// Asks for something to be done; whatever is said about it beside that it was done isn't looked at.
    void tell(RunFile server, String method, String path, Optional<byte[]> body) {
        try (InputStream answer = open(change(server, method, path, body))) {
            answer.readNBytes(LARGEST_ANSWER);
        } catch (IOException e) {
            throw unreachable();
        }
    }

    /// The body of an answer as it comes; the caller closes it.
    InputStream stream(RunFile server, String path, String accept) {
        return open(request(server, path)
                .timeout(SOON)
                .header("Accept", accept)
                .GET()
                .build());
    }

    static AdminProblem unreachable() {
        return new AdminProblem("unreachable", "The server doesn't answer.");
    }

    private static HttpRequest change(RunFile server, String method, String path, Optional<byte[]> body) {
        HttpRequest.Builder request = request(server, path).timeout(SOON);
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        BodyPublisher bytes = body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody);
        return request.method(method, bytes).build();
    }

    private static HttpRequest.Builder request(RunFile server, String path) {
        return HttpRequest.newBuilder(URI.create(server.control().url() + path))
                .header("Authorization", "Bearer " + server.control().token());
    }

    private <T> T json(HttpRequest request, JsonType<T> type) {
        try (InputStream body = open(request)) {
            return Answers.read(type, bounded(body)).orElseThrow(ControlDoor::notUnderstood);
        } catch (IOException e) {
            throw unreachable();
        }
    }

    private InputStream open(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 == 2) {
                return response.body();
            }
            try (InputStream body = response.body()) {
                throw refused(response.statusCode(), bounded(body));
            }
        } catch (IOException e) {
            throw unreachable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminProblem("cancelled", "This was cancelled.");
        }
    }

    private static AdminProblem refused(int status, String body) {
        return Answers.read(PROBLEM, body)
                .map(problem -> new AdminProblem(problem.code(), sentence(problem), fields(problem)))
                .orElseGet(() -> new AdminProblem(
                        "bad_answer", "The server answered with status " + status + " and no reason."));
    }

    /// What is wrong with a field says more than that something is wrong.
    private static String sentence(Problem problem) {
        Map<String, String> fields = fields(problem);
        return fields.isEmpty() ? problem.error() : String.join(" ", fields.values());
    }

    private static Map<String, String> fields(Problem problem) {
        Map<String, String> fields = problem.fields();
        return fields == null ? Map.of() : fields;
    }

    private static AdminProblem notUnderstood() {
        return new AdminProblem("bad_answer", "The server's answer could not be understood.");
    }

    private static String bounded(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw notUnderstood();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
