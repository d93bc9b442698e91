// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// Spaces whose folders are opened in another way than this system's own.
public final class SpacesFixture {
    private SpacesFixture() {}

    public static Spaces opened(Database database, Ids ids, Clock clock, Path files, OpenFolder.Opener opener) {
        return new Spaces(
                database, ids, clock, files, SharedSpaces.open(database), () -> Optional.of("user-anna"), opener);
    }

    /// The routes on spaces where nobody manages any.
    public static SpaceRoutes routes(
            Spaces spaces, Entries entries, Database database, AuditLog audit, EventHub events, Ids ids, Path files) {
        var shared = SharedSpaces.open(database);
        var managed = new ManagedSpaces(database, shared, spaces);
        return new SpaceRoutes(
                spaces,
                entries,
                managed,
                new SpaceChanges(
                        database,
                        shared,
                        managed,
                        files,
                        files,
                        name -> Optional.empty(),
                        (tx, accounts) -> {},
                        audit,
                        events,
                        ids,
                        Clock.systemUTC()));
    }

    /// The way of systems without directory descriptors.
    public static OpenFolder plain(Path path) throws java.io.IOException {
        if (!java.nio.file.Files.isDirectory(path)) {
            throw new java.nio.file.NoSuchFileException(path.toString());
        }
        return new PlainFolder(path);
    }
}
