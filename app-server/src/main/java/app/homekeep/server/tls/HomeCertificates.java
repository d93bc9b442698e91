// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.server.keyring.SecretBox;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The home's certificate authority and the certificate of its door. The authority is made once and never changes by
/// itself; the leaf is made anew whenever it has to be. Thread-safe.
public final class HomeCertificates {
    private static final Logger LOG = LoggerFactory.getLogger(HomeCertificates.class);
    private static final int MOST_ADDRESSES = 20;
    /// One label under a suffix that nobody can own on the internet (RFC 6762, RFC 8375).
    private static final Pattern OF_A_HOME =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.(local|home\\.arpa)");

    private record Current(Leaf leaf, SSLContext context) {}

    private final CertificateFolder folder;
    private final Authority authority;
    private final SecureRandom random;
    private final Clock clock;
    private volatile Current current;

    private HomeCertificates(
            CertificateFolder folder, Authority authority, Set<AltName> wanted, SecureRandom random, Clock clock) {
        this.folder = folder;
        this.authority = authority;
        this.random = random;
        this.clock = clock;
        Optional<Leaf> kept = folder.leaf(authority).filter(leaf -> leaf.serves(wanted, clock.instant()));
        this.current = current(kept.orElseGet(() -> issue(wanted)), authority, random);
    }

    /// Reads the certificates, or makes them on a first run.
    ///
    /// @param folder    `<data>/tls`: missing or empty on a first run
    /// @param names     under `.local` and `.home.arpa`; the authority never vouches for others than its first ones
    /// @param addresses private ones, the most wanted first
    /// @throws CertificatesUnusable when the authority is damaged; it is never replaced by a new one
    public static HomeCertificates open(
            Path folder,
            SecretBox box,
            SortedSet<String> names,
            List<InetAddress> addresses,
            SecureRandom random,
            Clock clock) {
        var files = new CertificateFolder(folder, box);
        Authority authority = files.authority().orElseGet(() -> found(files, names, random, clock));
        return new HomeCertificates(files, authority, wanted(authority, names, addresses), random, clock);
    }

    /// For the doors of now: TLS 1.3 and 1.2, presents the leaf and the intermediate, asks for no client's certificate.
    public SSLContext context() {
        return current.context();
    }

    /// Makes the leaf anew when it lacks one of these names or addresses, or when under 90 days are left of it.
    ///
    /// @return whether [#context()] is another one now
    public synchronized boolean refresh(SortedSet<String> names, List<InetAddress> addresses) {
        Set<AltName> wanted = wanted(authority, names, addresses);
        if (current.leaf().serves(wanted, clock.instant())) {
            return false;
        }
        current = current(issue(wanted), authority, random);
        return true;
    }

    /// What devices are asked to trust.
    public X509Certificate root() {
        return authority.root();
    }

    /// The root as a PEM file's text.
    public String rootPem() {
        return Pem.of(authority.root()).text();
    }

    /// SHA-256 of the root: 64 hexadecimal digits in lower case.
    public String fingerprint() {
        return Sha256.of(authority.root());
    }

    /// The door's certificate.
    X509Certificate leaf() {
        return current.leaf().certificate();
    }

    public Instant leafExpiresAt() {
        return current.leaf().certificate().getNotAfter().toInstant();
    }

    private static Authority found(CertificateFolder files, SortedSet<String> names, SecureRandom random, Clock clock) {
        Set<String> permitted = new LinkedHashSet<>();
        names.stream().filter(name -> OF_A_HOME.matcher(name).matches()).forEach(permitted::add);
        permitted.add("localhost");
        String home = permitted.stream()
                .filter(name -> name.startsWith("homekeep-"))
                .findFirst()
                .orElseGet(() -> permitted.iterator().next());
        Issuer.NewAuthority made =
                new Issuer(random, clock.instant()).authority(withoutSuffix(home), List.copyOf(permitted));
        Authority authority = files.keep(made.root(), made.intermediate(), made.key());
        LOG.info("made the home's certificate authority, SHA-256 {}", Sha256.of(authority.root()));
        return authority;
    }

    private static Set<AltName> wanted(
            Authority authority, Collection<String> names, Collection<InetAddress> addresses) {
        Set<AltName> wanted = new LinkedHashSet<>();
        names.stream().map(AltName::dns).filter(authority::permits).forEach(wanted::add);
        wanted.add(AltName.dns("localhost"));
        wanted.add(new AltName(AltName.ADDRESS, "127.0.0.1"));
        wanted.add(AltName.address(InetAddress.ofLiteral("::1")));
        // One name out of bounds would make the whole certificate worthless.
        addresses.stream()
                .map(AltName::address)
                .filter(authority::permits)
                .limit(MOST_ADDRESSES)
                .forEach(wanted::add);
        return wanted;
    }

    private Leaf issue(Set<AltName> names) {
        PrivateKey key = folder.key(authority);
        Leaf leaf = new Issuer(random, clock.instant()).leaf(authority.intermediate(), key, names);
        folder.keep(leaf);
        LOG.info(
                "made the door's certificate, good until {}",
                leaf.certificate().getNotAfter().toInstant());
        return leaf;
    }

    private static Current current(Leaf leaf, Authority authority, SecureRandom random) {
        var door = new KeyedChain(List.of(leaf.certificate(), authority.intermediate()), leaf.key());
        return new Current(leaf, OneKey.context(door, random));
    }

    private static String withoutSuffix(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
