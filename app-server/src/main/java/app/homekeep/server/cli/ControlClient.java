// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Problem;
import app.homekeep.model.Wire;
import app.homekeep.model.control.RunFile;
import app.homekeep.server.process.RunFiles;
import io.avaje.json.JsonException;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// Asks the running server of a data folder, over its control door, as the owner.
final class ControlClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT)
            .build();
    private final RunFile server;

    private ControlClient(RunFile server) {
        this.server = server;
    }

    /// @throws Refusal `not_running` when no server runs on that folder
    static ControlClient of(Path data) throws IOException {
        return new ControlClient(RunFiles.read(data)
                .orElseThrow(() -> new Refusal(
                        "not_running",
                        "No server runs on " + data + ", and this needs one: start it with homekeep serve.")));
    }

    /// The process that answers.
    long pid() {
        return server.pid();
    }

    <T> T get(Query query, JsonType<T> type) throws IOException {
        return type.fromJson(text(request(query).GET()));
    }

    /// Every page of a list, as one.
    ///
    /// @param most how many items at most
    <T> Page<T> list(Query query, JsonType<Page<T>> type, int most) throws IOException {
        var items = new ArrayList<T>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = get(query.with("after", after), type);
            items.addAll(page.items());
            after = Optional.ofNullable(page.next());
        } while (after.isPresent() && items.size() < most);
        return Page.whole(items.subList(0, Math.min(items.size(), most)));
    }

    void post(Query query, String body) throws IOException {
        send("POST", query, body);
    }

    <T> T post(Query query, String body, JsonType<T> type) throws IOException {
        return type.fromJson(send("POST", query, body));
    }

    <T> T put(Query query, String body, JsonType<T> type) throws IOException {
        return type.fromJson(send("PUT", query, body));
    }

    void patch(Query query, String body) throws IOException {
        send("PATCH", query, body);
    }

    void delete(Query query) throws IOException {
        text(request(query).DELETE());
    }

    /// The answer as it comes, for what may be long. To be closed.
    InputStream stream(Query query) throws IOException {
        HttpResponse<InputStream> answer =
                send(request(query).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        if (isRefusal(answer)) {
            try (InputStream body = answer.body()) {
                throw refusal(answer.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return answer.body();
    }

    private String send(String method, Query query, String body) throws IOException {
        return text(request(query)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(Query query) {
        return HttpRequest.newBuilder(URI.create(server.control().url() + query.path()))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + server.control().token());
    }

    private String text(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer = send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (isRefusal(answer)) {
            throw refusal(answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return http.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", "Interrupted while waiting for the server.");
        } catch (IOException e) {
            throw new Refusal(
                    "unreachable",
                    "The server (process " + server.pid() + ") runs but doesn't answer; its log may say why.");
        }
    }

    private static boolean isRefusal(HttpResponse<?> answer) {
        return answer.statusCode() >= 400;
    }

    /// The server's own sentence; where a member is wrong, what is wrong with it.
    private static Refusal refusal(int status, String body) {
        try {
            Problem problem = Wire.problem().fromJson(body);
            String details = problem.fields() == null ? "" : details(problem.fields());
            return new Refusal(problem.code(), problem.error() + details);
        } catch (JsonException e) {
            return new Refusal("internal", "The server answered with status " + status + ".");
        }
    }

    private static String details(Map<String, String> fields) {
        var text = new StringBuilder();
        fields.forEach((name, why) -> text.append(' ').append(name).append(": ").append(why));
        return text.toString();
    }

    @Override
    public void close() {
        http.close();
    }
}
