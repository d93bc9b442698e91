// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.Invalid;
import app.homekeep.model.Rules;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.process.DataLock;
import app.homekeep.server.process.NewHome;
import app.homekeep.server.process.PrivateFiles;
import app.homekeep.server.process.Serving;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.NetworkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a new home: the data folder with its database and keys, the folder for the files, the owner's account. All or
/// nothing: what could not be finished is taken away again, so that the next try begins anew.
final class FirstRun {
    private final Clock clock;
    private final SecureRandom random;

    FirstRun(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /// @throws StartRefused `already_initialised`, `folder_not_empty`, `bad_owner`, `weak_password`, `bad_name`,
    ///                      `files_folder`
    void create(NewHome home) {
        check(home);
        try {
            if (!Files.isDirectory(home.data())) {
                PrivateFiles.folder(home.data());
            }
            // The lock first: of two first runs at once, one must not clear away what the other makes.
            try (var _ = DataLock.take(home.data())) {
                makeOrLeaveNothing(home);
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "folder_unusable",
                    "The folders can't be made there: " + home.data() + ", " + home.files() + ".",
                    e);
        } catch (Invalid e) {
            throw new StartRefused("weak_password", e.why());
        }
    }

    private void makeOrLeaveNothing(NewHome home) throws IOException {
        Set<Path> before = content(home.data());
        try {
            Files.createDirectories(home.files());
            furnish(home);
        } catch (IOException | RuntimeException e) {
            remove(home.data(), before);
            throw e;
        }
    }

    /// The owner comes last: where there is one, the home is whole. Without one, what lies there is the rest of a first
    /// run that was killed, and is finished now.
    private void furnish(NewHome home) {
        Path files = home.files().toAbsolutePath().normalize();
        try (Foundation foundation = Foundation.open(home.data(), Optional.of(files), clock, random)) {
            if (foundation.accounts.owner().isPresent()) {
                throw new StartRefused("already_initialised", "There is a Homekeep in " + home.data() + " already.");
            }
            foundation.settings.change(
                    Map.of(
                            KnownSettings.SERVER_NAME.name(), home.serverName(),
                            KnownSettings.FILES_FOLDER.name(), files.toString(),
                            NetworkSettings.LAN_DOOR_OPEN.name(), home.lanOpen()),
                    foundation.audit,
                    AuditEntry.by(AuditKind.SETTINGS_CHANGE, home.owner(), "-", Optional.empty()));
            AuditEntry entry = AuditEntry.by(AuditKind.OWNER_CREATE, home.owner(), "-", Optional.empty());
            foundation.accounts.createOwner(home.owner(), Rules.password("password", home.password()), entry);
        }
    }

    private static void check(NewHome home) {
        try {
            if (!Files.exists(home.data().resolve("homekeep.db")) && !Serving.isEmpty(home.data())) {
                throw new StartRefused(
                        "folder_not_empty", "The data folder must be new or empty: " + home.data() + ".");
            }
            Rules.username("owner", home.owner());
        } catch (Invalid e) {
            throw new StartRefused("bad_owner", "The owner's name: " + e.why());
        } catch (IOException e) {
            throw new StartRefused("folder_unusable", "The folder can't be read: " + home.data() + ".", e);
        }
        try {
            KnownSettings.SERVER_NAME.kind().read("server_name", home.serverName());
        } catch (Invalid e) {
            throw new StartRefused("bad_name", "The server's name: " + e.why());
        }
    }

    /// What was there before stays: the panel's preferences, its lock and this run's.
    private static void remove(Path data, Set<Path> before) {
        try {
            content(data).stream()
                    .filter(path -> !before.contains(path))
                    .sorted(Comparator.reverseOrder())
                    .forEach(FirstRun::delete);
        } catch (IOException | UncheckedIOException e) {
            throw new StartRefused(
                    "folder_not_empty", "What was begun in " + data + " could not be taken away; please empty it.", e);
        }
    }

    private static Set<Path> content(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.collect(Collectors.toUnmodifiableSet());
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
