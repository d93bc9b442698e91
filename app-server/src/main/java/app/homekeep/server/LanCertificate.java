// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.keyring.SecretBox;
import app.homekeep.server.network.DoorCertificate;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.tls.CertificatesUnusable;
import app.homekeep.server.tls.DoorCertificates;
import app.homekeep.server.tls.HomeCertificates;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import javax.net.ssl.SSLContext;

/// What the LAN door shows: read, or made on a first run, when the door opens for the first time. Thread-safe.
final class LanCertificate implements DoorCertificate {
    private final Path folder;
    private final Foundation f;
    private volatile Optional<DoorCertificates> held = Optional.empty();

    LanCertificate(Path data, Foundation f) {
        this.folder = data.resolve("tls");
        this.f = f;
    }

    /// @throws StartRefused when the home CA is damaged; it is never replaced by a new one
    @Override
    public synchronized boolean fit(SortedSet<String> names, List<InetAddress> addresses) {
        if (held.isPresent()) {
            return held.get().home().refresh(names, addresses);
        }
        try {
            var box = new SecretBox(f.keyring, Purpose.TLS, f.random);
            var home = HomeCertificates.open(folder, box, names, addresses, f.random, f.clock);
            held = Optional.of(DoorCertificates.open(folder, box, home, f.random, f.clock));
            return false;
        } catch (CertificatesUnusable e) {
            throw new StartRefused(e.code(), e.sentence(), e);
        }
    }

    SSLContext context() {
        return held.orElseThrow(() -> new IllegalStateException("the LAN door is shut"))
                .context();
    }

    /// Empty before the door opens for the first time.
    Optional<DoorCertificates> held() {
        return held;
    }

    Optional<X509Certificate> root() {
        return held.map(certificates -> certificates.home().root());
    }

    Optional<ServerStatus.Certificate> shown() {
        return held.map(DoorCertificates::describe)
                .map(shown -> new ServerStatus.Certificate(shown.fingerprint(), shown.expiresAt()));
    }
}
