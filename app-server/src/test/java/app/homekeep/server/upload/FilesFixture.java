// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.Page;
import app.homekeep.model.Role;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.User;
import app.homekeep.model.space.Entry;
import app.homekeep.server.access.Caller;
import app.homekeep.server.access.Proof;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.download.DownloadRoutes;
import app.homekeep.server.download.Downloads;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Handler;
import app.homekeep.server.http.RequestFixture;
import app.homekeep.server.http.Route;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.media.MediaTypes;
import app.homekeep.server.media.TypePolicy;
import app.homekeep.server.space.Entries;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.Spaces;
import app.homekeep.server.space.SpacesFixture;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Migrations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// The files' part of a server on a real database and real folders, with two accounts: Anna, the owner, and Ben.
public final class FilesFixture implements AutoCloseable {
    public static final long MAX_FILE = 4L * 1024 * 1024;
    private static final MediaTypes TYPES = new MediaTypes();

    public final Path files;
    public final Database database;
    public final Spaces spaces;
    public final Entries entries;
    public final String anna;
    public final String ben;
    public final List<EventHub.Event> events = new CopyOnWriteArrayList<>();

    private final List<Route> routes;

    public FilesFixture(Path folder) {
        this(folder, true, OpenFolder::at);
    }

    private FilesFixture(Path folder, boolean fresh, OpenFolder.Opener opener) {
        try {
            files = Files.createDirectories(folder.resolve("files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var clock = Clock.systemUTC();
        var ids = new Ids(clock, new SecureRandom());
        database = Database.open(
                folder.resolve("test.db"),
                Migrations.of(List.of(
                        "0001_settings",
                        "0002_audit",
                        "0005_spaces",
                        "0006_keys",
                        "0013_departures",
                        "0015_shared_spaces")),
                clock);
        spaces = SpacesFixture.opened(database, ids, clock, files, opener);
        entries = new Entries(spaces, database, ids, clock, TYPES);
        var hub = new EventHub();
        var audit = AuditLog.open(
                database,
                Keyring.open(folder.resolve("keys"), database, new SecureRandom(), clock, Optional.empty()),
                hub,
                clock);
        hub.watch(events::add);
        var uploads = new Uploads(spaces, entries, database, ids, audit, hub, TYPES, new TypePolicy(), () -> MAX_FILE);
        var downloads = new Downloads(spaces, database, audit, TYPES, new TypePolicy());
        routes = Stream.of(
                        SpacesFixture.routes(spaces, entries, database, audit, hub, ids, files)
                                .routes(),
                        new UploadRoutes(uploads).routes(),
                        new DownloadRoutes(downloads).routes())
                .flatMap(List::stream)
                .toList();
        if (fresh) {
            anna = database.write(
                    tx -> spaces.createPersonal(tx, "user-anna", "anna").id());
            ben = database.write(
                    tx -> spaces.createPersonal(tx, "user-ben", "ben").id());
        } else {
            anna = spaces.of(annaHerself()).getFirst().id();
            ben = spaces.of(benHimself()).getFirst().id();
        }
    }

    /// The same data after a restart.
    public static FilesFixture again(Path folder) {
        return new FilesFixture(folder, false, OpenFolder::at);
    }

    /// The same data with folders that are opened in another way.
    public static FilesFixture again(Path folder, OpenFolder.Opener opener) {
        return new FilesFixture(folder, false, opener);
    }

    public static Caller annaHerself() {
        return signedIn("anna", Role.OWNER);
    }

    public static Caller benHimself() {
        return signedIn("ben", Role.USER);
    }

    public static Caller signedIn(String name, Role role) {
        var user = User.active("user-" + name, name, name, role.wire(), Instant.EPOCH);
        return new Caller.SignedIn(user, role.permissions(), "session-" + name, Instant.MAX, Proof.NONE);
    }

    public Path annasFolder() {
        return files.resolve("anna");
    }

    public RequestFixture request(Caller caller, String space) {
        return new RequestFixture(caller).withSegment("space", space);
    }

    public RequestFixture annas() {
        return request(annaHerself(), anna);
    }

    public Entry upload(String path, String text) throws IOException {
        return upload(annas().withQuery("path", path).withBody(text.getBytes(StandardCharsets.UTF_8)));
    }

    public Entry upload(RequestFixture request) throws IOException {
        var answer = (Answer.Whole) handler(Routes.UPLOAD).handle(request);
        return Wire.type(Entry.class).fromJson(answer.body());
    }

    public Page<Entry> list(RequestFixture request) throws IOException {
        var answer = (Answer.Whole) handler(Routes.ENTRIES).handle(request);
        return Wire.page(Entry.class).fromJson(answer.body());
    }

    public List<String> names(String path) throws IOException {
        return list(annas().withQuery("path", path)).items().stream()
                .map(Entry::name)
                .toList();
    }

    public Answer.FileContent open(RequestFixture request) throws IOException {
        return (Answer.FileContent) handler(Routes.CONTENT).handle(request);
    }

    public String read(String path) throws IOException {
        var content = open(annas().withQuery("path", path));
        try (var channel = content.channel()) {
            var bytes = ByteBuffer.allocate((int) content.length());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Reads on.
            }
            return new String(bytes.array(), StandardCharsets.UTF_8);
        }
    }

    public Handler handler(String path) {
        return routes.stream()
                .filter(route -> route.path().equals(path))
                .findFirst()
                .orElseThrow()
                .handler();
    }

    /// What lies in the hidden folder.
    public List<String> unfinished() throws IOException {
        Path hidden = annasFolder().resolve(".homekeep");
        if (Files.notExists(hidden)) {
            return List.of();
        }
        try (var inside = Files.list(hidden)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }

    public int audited(String kind) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM audit WHERE event = :kind")
                .bind("kind", kind)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void close() {
        database.close();
    }
}
