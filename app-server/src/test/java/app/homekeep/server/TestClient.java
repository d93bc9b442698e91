// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A browser without a screen: keeps cookies as one does, sends what a test says, judges nothing.
public final class TestClient {
    /// An answer, with its body as text and, where it is an object, as members.
    public record Answered(int status, Map<String, List<String>> headers, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public Map<String, Object> json() {
            return OBJECT.fromJson(text());
        }

        /// A member of the body, or of an object in it: `user.id`.
        public Object at(String path) {
            Object value = json();
            for (String name : path.split("\\.")) {
                value = member(value, name);
            }
            return String.valueOf(value);
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> items() {
            return (List<Map<String, Object>>) member(json(), "items");
        }

        private Object member(Object object, String name) {
            Object value = ((Map<?, ?>) object).get(name);
            if (value == null) {
                throw new AssertionError("there is no " + name + " in: " + text());
            }
            return value;
        }

        public String header(String name) {
            return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }
    }

    private static final JsonType<Map<String, Object>> OBJECT =
            Jsonb.builder().build().type(Object.class).map();

    private final HttpClient http;
    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public TestClient(HttpClient http, String origin) {
        this.http = http;
        this.origin = origin;
    }

    /// A header for every request from now on; an empty value takes it away.
    public TestClient always(String name, String value) {
        if (value.isEmpty()) {
            headers.remove(name);
        } else {
            headers.put(name, value);
        }
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /// The same browser again, with copies of its cookies.
    public TestClient twin() {
        var twin = new TestClient(http, origin);
        twin.cookies.putAll(cookies);
        twin.headers.putAll(headers);
        return twin;
    }

    public Answered get(String path, String... more) {
        return send("GET", path, BodyPublishers.noBody(), more);
    }

    public Answered post(String path, String json, String... more) {
        return json("POST", path, json, more);
    }

    public Answered put(String path, String json, String... more) {
        return json("PUT", path, json, more);
    }

    public Answered patch(String path, String json, String... more) {
        return json("PATCH", path, json, more);
    }

    private Answered json(String method, String path, String json, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "Content-Type";
        all[more.length + 1] = "application/json";
        return send(method, path, BodyPublishers.ofString(json), all);
    }

    public Answered delete(String path, String... more) {
        return send("DELETE", path, BodyPublishers.noBody(), more);
    }

    public Answered send(String method, String path, BodyPublisher body, String... more) {
        try {
            HttpResponse<byte[]> response = http.send(request(method, path, body, more), BodyHandlers.ofByteArray());
            keepCookies(response);
            return new Answered(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Opens an answer whose body goes on: a download, an event stream.
    public HttpResponse<InputStream> open(String path, String... more) throws IOException, InterruptedException {
        return http.send(request("GET", path, BodyPublishers.noBody(), more), BodyHandlers.ofInputStream());
    }

    /// Signs in; what came of it is for the test to judge.
    public Answered signIn(String username, String password) {
        return post("/api/v1/auth/login", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... more) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(origin + path)).method(method, body);
        headers.forEach(builder::header);
        if (!cookies.isEmpty()) {
            builder.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (more.length > 0) {
            builder.headers(more);
        }
        return builder.build();
    }

    private void keepCookies(HttpResponse<?> response) {
        for (String line : response.headers().allValues("Set-Cookie")) {
            String pair = line.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            if (line.toLowerCase(Locale.ROOT).contains("max-age=0")) {
                cookies.remove(name);
            } else {
                cookies.put(name, pair.substring(pair.indexOf('=') + 1));
            }
        }
    }
}
