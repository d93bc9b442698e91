// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.server.TestClient;
import app.homekeep.server.TestClient.Answered;
import app.homekeep.server.account.Household;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A household with shared spaces in folders beside its data.
public final class SharedHome implements AutoCloseable {
    public static final String LOOK = "\"file:read\"";
    public static final String ADD = LOOK + ",\"file:upload\"";
    public static final String ALL = ADD + ",\"file:organize\",\"file:delete_own\"";

    public final Household house;
    private final Path disk;

    public SharedHome(Path folder) {
        house = new Household(folder);
        disk = folder.resolve("disk");
    }

    /// The disk beside Homekeep.
    public Path disk() {
        return disk;
    }

    /// A folder on that disk, made when it is missing.
    public Path folder(String name) {
        try {
            return Files.createDirectories(disk.resolve(name)).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As JSON, for a list of members.
    public static String member(String user, String rights) {
        return "{\"user\":\"%s\",\"permissions\":[%s]}".formatted(user, rights);
    }

    /// Adds a space in a folder of its own name.
    public Answered tryAdd(String name, Path folder, String... members) {
        return house.panel.post(
                "/api/v1/spaces",
                "{\"name\":\"%s\",\"folder\":\"%s\",\"members\":[%s]}"
                        .formatted(name, folder.toString().replace("\\", "\\\\"), String.join(",", members)));
    }

    /// Adds a space, and gives its id.
    public String add(String name, String... members) {
        Answered answer = tryAdd(name, folder(name), members);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        return answer.at("id").toString();
    }

    /// From now on these are all its members.
    public Answered members(String space, String... members) {
        return house.panel.patch("/api/v1/spaces/" + space, "{\"members\":[" + String.join(",", members) + "]}");
    }

    public static Answered upload(TestClient client, String space, String path, String text, String... conflict) {
        return client.send(
                "POST",
                at(space, "upload", path) + (conflict.length == 0 ? "" : "&on_conflict=" + conflict[0]),
                BodyPublishers.ofString(text));
    }

    public static Answered read(TestClient client, String space, String path) {
        return client.get(at(space, "content", path));
    }

    public static Answered list(TestClient client, String space, String path) {
        return client.get(at(space, "entries", path));
    }

    public static String at(String space, String what, String path) {
        return "/api/v1/spaces/" + space + "/" + what + "?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /// The names of the shared spaces that somebody sees.
    public static List<String> shared(TestClient client) {
        return client.get("/api/v1/spaces").items().stream()
                .filter(space -> "shared".equals(space.get("kind")))
                .map(space -> String.valueOf(space.get("name")))
                .toList();
    }

    /// What somebody may do in a space, by the wire's names.
    public static List<String> rights(TestClient client, String space) {
        return client.get("/api/v1/spaces").items().stream()
                .filter(each -> space.equals(each.get("id")))
                .flatMap(SharedHome::permissions)
                .sorted()
                .toList();
    }

    private static Stream<String> permissions(Map<String, Object> space) {
        return ((List<?>) space.getOrDefault("permissions", List.of())).stream().map(String::valueOf);
    }

    /// A script that acts for somebody.
    public TestClient script(String user, String... permissions) {
        Answered made = house.managing(user)
                .post(
                        "/api/v1/api-keys",
                        "{\"name\":\"a script\",\"permissions\":[%s]}".formatted(String.join(",", permissions)));
        if (made.status() != 201) {
            throw new AssertionError(made.text());
        }
        return house.server.browser().always("Authorization", "Bearer " + made.at("key"));
    }

    /// The same sign-in without its cookies.
    public TestClient bearer(TestClient browser) {
        return house.server
                .browser()
                .always("Authorization", "Bearer " + browser.cookies().get("homekeep"));
    }

    @Override
    public void close() {
        house.close();
    }
}
