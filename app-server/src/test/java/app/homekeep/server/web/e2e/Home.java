// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import app.homekeep.model.Routes;
import app.homekeep.server.TestClient;
import app.homekeep.server.TestServer;
import app.homekeep.server.network.Link;
import app.homekeep.server.secondfactor.Authenticator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A server with its owner, as these tests need it: what browsers open, and what the owner does at the machine.
final class Home implements AutoCloseable {
    static final String OWNER = "olga";
    static final String PASSWORD = TestServer.OWNER_PASSWORD;
    static final String USER_PASSWORD = TestServer.USER_PASSWORD;

    private final TestServer server;

    private Home(TestServer server) {
        this.server = server;
    }

    static Home start(Path folder) {
        return new Home(TestServer.start(folder));
    }

    /// One like that which was made before, so that browsers that trust the one trust the other.
    static Home startCopy(Path made, Path folder) {
        return new Home(TestServer.startCopy(made, folder));
    }

    /// What a copy is made of, once this is closed.
    Path data() {
        return server.data();
    }

    /// The home CA's certificate, as PEM.
    byte[] root() {
        return server.newcomer().get("/trust/homekeep.pem").bytes();
    }

    /// Where a browser on this machine finds the page, without a slash at the end.
    String local() {
        return server.local();
    }

    /// Where browsers of the home find it, over HTTPS.
    String lan() {
        return server.lan();
    }

    /// The same door by the name that the home has.
    String lanByName() {
        return String.valueOf(server.runFile().lan());
    }

    /// Where browsers of the home come first, without HTTPS.
    String welcome() {
        return server.welcome();
    }

    /// A second browser without a screen, signed in as the owner.
    TestClient otherDevice() {
        TestClient client = server.browser().always("X-Requested-With", "test");
        client.always("User-Agent", "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 Chrome/141.0 Mobile");
        done(200, client.signIn(OWNER, PASSWORD));
        return client;
    }

    /// Whoever has no browser: a script.
    TestClient stranger() {
        return server.phone();
    }

    /// The sessions that the owner sees in the panel.
    List<Map<String, Object>> sessions() {
        return server.control().get("/api/v1/sessions").items();
    }

    /// What the panel's button does.
    void revoke(String sessionId) {
        done(204, server.control().delete("/api/v1/sessions/" + sessionId));
    }

    /// Makes an account with [#USER_PASSWORD].
    void addUser(String name, String role) {
        server.addUser(name, role);
    }

    /// An account with a second factor that was set up elsewhere.
    ///
    /// @return what the authenticator app knows
    String addUserWithApp(String name, String role) {
        addUser(name, role);
        return setUpApp(name, USER_PASSWORD);
    }

    /// Sets an authenticator app up for somebody, from another browser of theirs.
    String setUpApp(String name, String password) {
        TestClient client = server.browser().always("X-Requested-With", "test");
        done(200, client.signIn(name, password));
        done(200, client.post("/api/v1/auth/step-up", "{\"password\":\"%s\"}".formatted(password)));
        TestClient.Answered shown = client.post("/api/v1/auth/totp/enrolment", "");
        done(200, shown);
        String secret = String.valueOf(shown.at("secret"));
        done(200, client.post("/api/v1/auth/totp/confirm", "{\"code\":\"%s\"}".formatted(nextCode(secret))));
        done(204, client.post("/api/v1/auth/logout", ""));
        return secret;
    }

    /// What an authenticator app shows next: a code that was not used before, for time goes on.
    String nextCode(String secret) {
        return new Authenticator(server, secret, List.of()).next();
    }

    /// Where an invite leads, at the local door.
    String invite(String name, String role) {
        TestClient.Answered made =
                server.control().post("/api/v1/invites", "{\"name\":\"%s\",\"role\":\"%s\"}".formatted(name, role));
        done(201, made);
        return "/invite#" + made.at("token");
    }

    /// What the owner can do at the machine.
    TestClient panel() {
        return server.control();
    }

    /// Puts it on a network, which is home, by an address that every machine has; returns when its name is heard there.
    void goOnline() {
        server.connect(new Link(
                "192.168.1.1",
                "192.168.1.0/24",
                Optional.of("02:00:00:00:00:01"),
                List.of(InetAddress.ofLiteral("127.0.0.1"))));
        Object network =
                server.control().get(Routes.CONTROL_NETWORKS).items().getFirst().get("id");
        done(200, server.control().patch(Routes.CONTROL_NETWORKS + "/" + network, "{\"home\":true}"));
        server.await(() -> server.control().get(Routes.CONTROL_STATUS).text().contains("\"https://homekeep-"));
    }

    /// Begins a pairing from the panel.
    ///
    /// @return what the panel knows of it
    Map<String, Object> pair() {
        TestClient.Answered made = server.control().post("/api/v1/pairings", "");
        done(201, made);
        return made.json();
    }

    /// Where the QR code of a pairing leads, by an address that every machine has.
    String doorstep(Map<String, Object> made) {
        return server.welcome() + String.valueOf(made.get("url")).replaceFirst("http://[^/]*", "");
    }

    /// How far a pairing is now.
    Map<String, Object> paired(Map<String, Object> made) {
        return server.control().get("/api/v1/pairings/" + made.get("id")).json();
    }

    /// Changes an account from the panel.
    void change(String name, String json) {
        done(
                200,
                server.control()
                        .send(
                                "PATCH",
                                "/api/v1/users/" + idOf(name),
                                BodyPublishers.ofString(json),
                                "Content-Type",
                                "application/json"));
    }

    /// Changes settings from the panel.
    void set(String json) {
        done(
                200,
                server.control()
                        .send(
                                "PATCH",
                                "/api/v1/settings",
                                BodyPublishers.ofString(json),
                                "Content-Type",
                                "application/json"));
    }

    String idOf(String name) {
        return server.control().get("/api/v1/users").items().stream()
                .filter(user -> name.equals(user.get("username")))
                .map(user -> String.valueOf(user.get("id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + name));
    }

    /// Adds a shared space in a folder of its own name.
    ///
    /// @param members as JSON
    /// @return its id
    String share(String name, String... members) {
        try {
            Path folder =
                    Files.createDirectories(server.data().resolveSibling("disk").resolve(name));
            TestClient.Answered made = server.control()
                    .post(
                            "/api/v1/spaces",
                            "{\"name\":\"%s\",\"folder\":\"%s\",\"members\":[%s]}"
                                    .formatted(name, folder, String.join(",", members)));
            done(201, made);
            return String.valueOf(made.at("id"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// From now on these are all of a space's members.
    void members(String space, String... members) {
        done(
                200,
                server.control().patch("/api/v1/spaces/" + space, "{\"members\":[" + String.join(",", members) + "]}"));
    }

    /// Somebody who may use a space, as JSON.
    static String member(String user, String... permissions) {
        return "{\"user\":\"%s\",\"permissions\":[\"file:read\"%s]}"
                .formatted(
                        user,
                        Stream.of(permissions).map(each -> ",\"" + each + "\"").collect(Collectors.joining()));
    }

    /// Lets the server's clock jump.
    void advance(Duration by) {
        server.clock().advance(by);
    }

    /// Puts a file into the personal space of whoever that client is signed in as.
    static void put(TestClient client, String path, byte[] bytes) {
        done(
                201,
                client.send(
                        "POST",
                        "/api/v1/spaces/" + space(client) + "/upload?path=" + path.replace(" ", "%20"),
                        BodyPublishers.ofByteArray(bytes),
                        "Content-Type",
                        "application/octet-stream"));
    }

    private static void done(int expected, TestClient.Answered answer) {
        if (answer.status() != expected) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }

    static String space(TestClient client) {
        return String.valueOf(client.get("/api/v1/spaces").items().getFirst().get("id"));
    }

    @Override
    public void close() {
        server.close();
    }
}
