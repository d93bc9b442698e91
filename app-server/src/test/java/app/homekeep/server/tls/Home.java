// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.server.ManualClock;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.keyring.SecretBox;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Migrations;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A data folder with real keys, whose certificates a test opens.
final class Home implements AutoCloseable {
    static final NavigableSet<String> NAMES =
            new TreeSet<>(List.of("homekeep-k3x7qa.home.arpa", "homekeep-k3x7qa.local", "kitchen-pc.local"));
    static final List<InetAddress> ADDRESSES = addresses("192.168.1.20", "fd00::20");

    final ManualClock clock = new ManualClock();
    final SecureRandom random = new SecureRandom();
    final Path folder;
    final SecretBox box;
    private final Database database;

    Home(Path data) {
        this.folder = data.resolve("tls");
        this.database = Database.open(data.resolve("homekeep.db"), Migrations.of(List.of("0006_keys")), clock);
        Keyring keyring = Keyring.open(data.resolve("keys"), database, random, clock, Optional.empty());
        this.box = new SecretBox(keyring, Purpose.TLS, random);
    }

    HomeCertificates open() {
        return open(NAMES, ADDRESSES);
    }

    HomeCertificates open(NavigableSet<String> names, List<InetAddress> addresses) {
        return HomeCertificates.open(folder, box, names, addresses, random, clock);
    }

    static List<InetAddress> addresses(String... literals) {
        return Stream.of(literals).map(InetAddress::ofLiteral).toList();
    }

    @Override
    public void close() {
        database.close();
    }

    /// A usual start in a process of its own.
    public static void main(String[] args) {
        try (Home home = new Home(Path.of(args[0]))) {
            System.out.println("root " + home.open().fingerprint());
        }
    }
}
