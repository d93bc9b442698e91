// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.server.keyring.SecretBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the LAN door presents: the owner's own certificate where there is one, else the home CA's. Thread-safe.
///
/// ```
///            use ──▶ OWN ── giveUp ──▶ HOME
/// start: own.pem good ▲      own.pem damaged ▲ (and a finding: the doors stay up)
/// ```
public final class DoorCertificates {
    /// Below this many days an own certificate should be replaced.
    public static final int SOON_DAYS = 30;

    private static final int URGENT_DAYS = 7;
    private static final Logger LOG = LoggerFactory.getLogger(DoorCertificates.class);

    private final HomeCertificates home;
    private final OwnFile file;
    private final SecureRandom random;
    private final Clock clock;
    private final AtomicReference<Shown> shown;

    /// @param damaged whether there is an own certificate that can't be used
    private record Shown(Optional<OwnShown> own, boolean damaged) {}

    private DoorCertificates(HomeCertificates home, OwnFile file, SecureRandom random, Clock clock) {
        this.home = home;
        this.file = file;
        this.random = random;
        this.clock = clock;
        this.shown = new AtomicReference<>(read());
    }

    /// @param folder `<data>/tls`
    public static DoorCertificates open(
            Path folder, SecretBox box, HomeCertificates home, SecureRandom random, Clock clock) {
        return new DoorCertificates(home, new OwnFile(folder, box), random, clock);
    }

    private Shown read() {
        try {
            return new Shown(file.read().map(own -> OwnShown.of(own, random)), false);
        } catch (IOException e) {
            LOG.error(
                    "Your own certificate is damaged, so the LAN door shows the home's own authority's: {}",
                    e.toString());
            return new Shown(Optional.empty(), true);
        }
    }

    /// For the doors of now.
    public SSLContext context() {
        return shown.get().own().map(OwnShown::context).orElseGet(home::context);
    }

    /// The home CA and its leaf, in use or not.
    public HomeCertificates home() {
        return home;
    }

    /// The owner's own, where it is shown.
    public Optional<X509Certificate> own() {
        return shown.get().own().map(OwnShown::certificate);
    }

    /// What the door shows.
    public DoorCertificate describe() {
        Instant now = clock.instant();
        return shown.get()
                .own()
                .map(own -> CertificateText.of(
                        DoorCertificate.Kind.OWN, own.certificate(), Sha256.of(own.certificate()), now))
                .orElseGet(() -> CertificateText.of(DoorCertificate.Kind.HOME, home.leaf(), home.fingerprint(), now));
    }

    /// Whether the owner's own certificate is for that host: such a name is ours, whoever asks by it.
    ///
    /// @param host in lower case, without port
    public boolean names(String host) {
        return shown.get().own().filter(own -> own.names(host)).isPresent();
    }

    /// The name to reach the server by without a warning; empty where only the home CA's names are there.
    public Optional<String> linkName() {
        return shown.get().own().flatMap(OwnShown::linkName);
    }

    /// Whether there is an own certificate that can't be used, so that the home CA's is shown.
    public boolean damaged() {
        return shown.get().damaged();
    }

    /// Says in the log what needs the owner. The home CA's renews itself long before these days are reached.
    public void watch() {
        DoorCertificate now = describe();
        if (damaged()) {
            LOG.error("Your own certificate is damaged; the LAN door shows the home's own authority's instead");
        }
        if (now.daysLeft() < URGENT_DAYS) {
            LOG.error("The LAN door's certificate ends at {}: it needs a new one", now.expiresAt());
        } else if (now.daysLeft() < SOON_DAYS) {
            LOG.warn("The LAN door's certificate ends at {}: it will need a new one", now.expiresAt());
        }
    }

    /// A change that is on the disk and not yet shown.
    ///
    /// @param undo puts the disk back as it was
    /// @param show makes it what the doors present
    record Change(Runnable undo, Runnable show) {}

    /// @throws app.homekeep.model.Invalid where no browser would take it
    KeyedChain checked(OwnCertificate given) {
        return OwnChain.of(given, clock.instant());
    }

    /// Writes another certificate, or none for the home CA's.
    ///
    /// @throws UncheckedIOException where the disk doesn't take it
    Change prepare(Optional<KeyedChain> own) {
        try {
            Optional<byte[]> before = file.content();
            file.write(own.map(file::sealed));
            var after = new Shown(own.map(chain -> OwnShown.of(chain, random)), false);
            return new Change(() -> putBack(before), () -> shown.set(after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether there is an own certificate, good or damaged.
    boolean hasOwn() {
        return shown.get().own().isPresent() || shown.get().damaged();
    }

    private void putBack(Optional<byte[]> before) {
        try {
            file.write(before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
