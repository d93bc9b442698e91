// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.server.http.AddressText;
import app.homekeep.server.http.Loopback;
import app.homekeep.server.network.LanState;
import app.homekeep.server.tls.DoorCertificates;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The certificate that the LAN door really shows: its time, and whether it is good for every address of now.
public final class CertificateLook implements Look {
    private static final Duration SHOULD_LAST = Duration.ofDays(7);
    private static final Duration OWN_SHOULD_LAST = Duration.ofDays(DoorCertificates.SOON_DAYS);
    private static final int ADDRESS = 7;

    private final Supplier<LanState> lan;
    private final Supplier<Set<String>> names;
    private final Supplier<Optional<X509Certificate>> root;
    private final BooleanSupplier damaged;
    private final Clock clock;

    /// @param names   what a certificate of the home CA has to name
    /// @param root    the home CA's; a certificate that it doesn't vouch for is the owner's own
    /// @param damaged whether the owner's own can't be used
    public CertificateLook(
            Supplier<LanState> lan,
            Supplier<Set<String>> names,
            Supplier<Optional<X509Certificate>> root,
            BooleanSupplier damaged,
            Clock clock) {
        this.lan = lan;
        this.names = names;
        this.root = root;
        this.damaged = damaged;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                shown().map(this::certificate).orElseGet(() -> Diagnosis.LAN_DOOR_CLOSED.of(DoctorPart.CERTIFICATE)));
    }

    /// Since when everything is good that the door shows; empty while it shows nothing.
    public Optional<Instant> begin() {
        return shown().flatMap(chain ->
                chain.stream().map(each -> each.getNotBefore().toInstant()).max(Comparator.naturalOrder()));
    }

    private Optional<List<X509Certificate>> shown() {
        LanState now = lan.get();
        return now.lan().isEmpty()
                ? Optional.empty()
                : Knock.certificates(
                        new InetSocketAddress(Loopback.FOUR, now.lan().getAsInt()));
    }

    private Finding certificate(List<X509Certificate> chain) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = chain.getFirst().getNotAfter().toInstant();
        if (end.isBefore(now)) {
            return Diagnosis.CERTIFICATE_OVER.of(DoctorPart.CERTIFICATE, end, now);
        }
        if (end.isBefore(now.plus(SHOULD_LAST))) {
            return Diagnosis.CERTIFICATE_ENDS_SOON.of(DoctorPart.CERTIFICATE, end);
        }
        if (damaged.getAsBoolean()) {
            return Diagnosis.OWN_CERTIFICATE_DAMAGED.of(DoctorPart.CERTIFICATE);
        }
        if (!isOurs(chain) && end.isBefore(now.plus(OWN_SHOULD_LAST))) {
            return Diagnosis.OWN_CERTIFICATE_ENDS.of(DoctorPart.CERTIFICATE, end);
        }
        String lacks = isOurs(chain) ? lacks(chain.getFirst()) : "";
        return lacks.isEmpty()
                ? Diagnosis.CERTIFICATE_FINE.of(
                        DoctorPart.CERTIFICATE, end, Duration.between(now, end).toDays())
                : Diagnosis.CERTIFICATE_LACKS.of(DoctorPart.CERTIFICATE, lacks);
    }

    private boolean isOurs(List<X509Certificate> chain) {
        return root.get().filter(own -> vouches(own, chain.getLast())).isPresent();
    }

    private static boolean vouches(X509Certificate own, X509Certificate last) {
        try {
            last.verify(own.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private String lacks(X509Certificate certificate) {
        Collection<List<?>> alternatives = alternatives(certificate);
        Set<String> named = alternatives.stream()
                .filter(each -> !Objects.equals(each.getFirst(), ADDRESS))
                .map(each -> String.valueOf(each.getLast()))
                .collect(Collectors.toSet());
        Set<InetAddress> addresses = alternatives.stream()
                .filter(each -> Objects.equals(each.getFirst(), ADDRESS))
                .map(each -> InetAddress.ofLiteral(String.valueOf(each.getLast())))
                .collect(Collectors.toSet());
        return Stream.concat(
                        names.get().stream().filter(name -> !named.contains(name)),
                        lan.get().addresses().stream()
                                .filter(address -> !addresses.contains(address))
                                .map(AddressText::of))
                .collect(Collectors.joining(", "));
    }

    private static Collection<List<?>> alternatives(X509Certificate certificate) {
        try {
            return Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.of());
        } catch (CertificateParsingException _) {
            return List.of();
        }
    }
}
