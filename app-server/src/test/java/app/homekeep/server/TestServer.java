// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.Routes;
import app.homekeep.model.control.RunFile;
import app.homekeep.server.http.Route;
import app.homekeep.server.network.Link;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// A real server on free ports with a home of its own: the owner is `olga`. The clock is the real one and can be made
/// to jump. Rates are off, since all of a test's browsers share one address; [#limitRates] turns them on. It is on no
/// network until [#connect] says so.
public final class TestServer implements AutoCloseable {
    public static final String OWNER_PASSWORD = "plum tree in the rain";
    public static final String USER_PASSWORD = "a boat on the quiet lake";

    private final Path data;
    private final ManualClock clock = new ManualClock();
    private final AtomicReference<Optional<List<Link>>> networks = new AtomicReference<>(Optional.of(List.of()));
    private final Homekeep homekeep = new Homekeep(clock, new SecureRandom(), networks::get);
    private final HttpClient http =
            HttpClient.newBuilder().sslContext(trusting()).build();
    private Program.Running running;

    private TestServer(Path data, Link... links) {
        this.data = data;
        willConnect(links);
        running = open();
    }

    /// Without a door and an audit row, so that the log has what a test does and nothing else.
    private static void change(Path data, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("homekeep.db"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param folder a new, empty one
    /// @param links  the networks it is on from its first start, which are home
    public static TestServer start(Path folder, Link... links) {
        Path data = folder.resolve("data");
        new Homekeep(new ManualClock(), new SecureRandom(), () -> Optional.of(List.of()))
                .create(new NewHome(data, data.resolve("files"), "olga", OWNER_PASSWORD, "Olga's home", true));
        change(data, """
                INSERT INTO setting (name, value, changed_at) VALUES
                ('rate_limits_enabled', 'false', 0), ('lan_port', '0', 0), ('welcome_port', '0', 0)
                """);
        return new TestServer(data, links);
    }

    /// With a copy of another home: its accounts, its keys, its certificates, and so whatever trusts those.
    ///
    /// @param made   the data folder of one that was started here and has stopped
    /// @param folder a new, empty one
    public static TestServer startCopy(Path made, Path folder) {
        Path data = folder.resolve("data");
        try (var all = Files.walk(made)) {
            Files.createDirectories(folder);
            for (Path each : (Iterable<Path>) all::iterator) {
                Path copy = data.resolve(made.relativize(each).toString());
                Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        change(data, "UPDATE setting SET value = replace(value, '%s', '%s')".formatted(made, data));
        return new TestServer(data);
    }

    public ManualClock clock() {
        return clock;
    }

    public Path data() {
        return data;
    }

    public Path files() {
        return data.resolve("files");
    }

    public RunFile runFile() {
        return running.runFile();
    }

    /// From now on this computer is on these networks, and on no other; on return the doors have followed.
    public void connect(Link... links) {
        networks.set(Optional.of(List.of(links)));
        TestClient.Answered answer = control().post(Routes.CONTROL_RESTART_DOORS, "");
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    /// Like [#connect], for the next start or the next look.
    public void willConnect(Link... links) {
        networks.set(Optional.of(List.of(links)));
    }

    /// Everything that is served, page and API.
    public List<Route> routes() {
        return ((House) running).routes();
    }

    /// The local door's origin.
    public String local() {
        return runFile().local();
    }

    /// The LAN door's origin, by an address that every machine has.
    public String lan() {
        return "https://localhost:"
                + URI.create(Objects.requireNonNull(runFile().lan())).getPort();
    }

    /// The welcome door's origin, by an address that every machine has.
    public String welcome() {
        return "http://127.0.0.1:"
                + URI.create(Objects.requireNonNull(runFile().welcome())).getPort();
    }

    /// A browser of the home network that knows the server by its first address only.
    public TestClient newcomer() {
        return new TestClient(http, welcome());
    }

    /// A browser on this machine.
    public TestClient browser() {
        return new TestClient(http, local());
    }

    /// A browser on the home network; it trusts whatever certificate it is shown.
    public TestClient phone() {
        return new TestClient(http, lan());
    }

    /// A browser that came by that name or address.
    public TestClient phone(String host) {
        return new TestClient(http, lan().replace("localhost", host));
    }

    /// The certificate that the LAN door shows at that address.
    public X509Certificate shown(String address) throws IOException {
        int port = URI.create(lan()).getPort();
        try (var socket = (SSLSocket) trusting().getSocketFactory().createSocket(address, port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /// Waits until something holds that the server does by itself.
    public void await(Callable<Boolean> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            while (!condition.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("did not become true in time");
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /// The owner's panel.
    public TestClient control() {
        RunFile.Control control = runFile().control();
        return new TestClient(http, control.url()).always("Authorization", "Bearer " + control.token());
    }

    /// Makes an account with [#USER_PASSWORD].
    public void addUser(String username, String role) {
        TestClient.Answered answer = control()
                .post(
                        "/api/v1/users",
                        "{\"username\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                                .formatted(username, role, USER_PASSWORD));
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
    }

    /// Holds back who asks too often, as a real server does.
    public void limitRates() {
        set("rate_limits_enabled", "true");
    }

    /// @param json the new value
    public void set(String setting, String json) {
        TestClient.Answered answer = control()
                .send(
                        "PATCH",
                        "/api/v1/settings",
                        BodyPublishers.ofString("{\"%s\":%s}".formatted(setting, json)),
                        "Content-Type",
                        "application/json");
        if (answer.status() != 200) {
            throw new AssertionError(answer.text());
        }
    }

    /// Stops and starts again; ports change.
    public void restart() {
        running.close();
        running = open();
    }

    /// The same browser, with its cookies, after a restart.
    public TestClient moved(TestClient browser) {
        TestClient moved = browser();
        moved.cookies().putAll(browser.cookies());
        return moved;
    }

    @Override
    public void close() {
        running.close();
        http.shutdownNow();
    }

    private Program.Running open() {
        return homekeep.start(
                new ServeOptions(data, OptionalInt.of(0), OptionalInt.empty(), OptionalInt.empty(), false));
    }

    /// Trusts whatever certificate it is shown.
    public static SSLContext trusting() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Trusting()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Like a person who clicks a warning through.
    private static final class Trusting extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
