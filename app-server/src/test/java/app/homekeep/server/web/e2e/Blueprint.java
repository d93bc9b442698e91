// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A home that is made once, and of which each test gets a copy, together with what a browser must have to trust it: a
/// folder for the user's own things, with a store of certificates as Chromium reads it (NSS). A browser reads that when
/// it starts, so the home CA must be there before; making it once costs less than a browser for each home.
final class Blueprint implements AutoCloseable {
    private final Path folder;

    private Blueprint(Path folder) {
        this.folder = folder;
    }

    static Blueprint make() {
        try {
            var blueprint = new Blueprint(Files.createTempDirectory("homekeep-tests"));
            Files.createDirectories(blueprint.store());
            try (Home first = Home.start(blueprint.folder)) {
                Files.write(blueprint.root(), first.root());
            }
            blueprint.certutil("-N", "--empty-password");
            blueprint.certutil(
                    "-A",
                    "-n",
                    "home",
                    "-t",
                    "C,,",
                    "-a",
                    "-i",
                    blueprint.root().toString());
            return blueprint;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What each test's home is a copy of.
    Path home() {
        return folder.resolve("data");
    }

    /// The home of the user who trusts it.
    Path user() {
        return folder.resolve("user");
    }

    /// The home of a user who was told nothing.
    Path stranger() {
        return folder.resolve("stranger");
    }

    private Path store() {
        return user().resolve(".pki/nssdb");
    }

    private Path root() {
        return folder.resolve("root.pem");
    }

    private void certutil(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("certutil", "-d", "sql:" + store()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("certutil.log");
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException(Files.readString(said));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException missing) {
            throw new IllegalStateException("These tests need certutil: install libnss3-tools.", missing);
        }
    }

    @Override
    public void close() {
        try (var all = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
