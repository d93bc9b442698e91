// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The clock: one that is wrong makes second factors and certificates fail.
public final class ClockLook implements Look {
    private static final Duration MAY_DIFFER = Duration.ofMinutes(5);
    /// A computer that slept for as long as that is not to be told from one whose clock was moved.
    private static final Duration LONG_SLEEP = Duration.ofDays(30);

    private final Path log;
    private final Clock clock;
    private final Supplier<Optional<Instant>> certificatesBegin;
    private final Instant began;
    private final long ticksThen = System.nanoTime();

    /// @param log               the server's log, whose last words tell how late it was at least
    /// @param certificatesBegin since when the certificates of the LAN door are good; empty while it is closed
    public ClockLook(Path log, Clock clock, Supplier<Optional<Instant>> certificatesBegin) {
        this.log = log;
        this.clock = clock;
        this.certificatesBegin = certificatesBegin;
        this.began = clock.instant();
    }

    @Override
    public List<Finding> look() {
        return List.of(clock());
    }

    private Finding clock() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> certificates = certificatesBegin.get().filter(now::isBefore);
        Duration moved = moved(now);
        if (lastWords().filter(last -> last.isAfter(now.plus(MAY_DIFFER))).isPresent()) {
            return Diagnosis.CLOCK_BEHIND_LOG.of(DoctorPart.CLOCK, now);
        }
        if (certificates.isPresent()) {
            return Diagnosis.CLOCK_BEFORE_CERTIFICATE.of(DoctorPart.CLOCK, now, certificates.get());
        }
        return moved.compareTo(MAY_DIFFER.negated()) < 0 || moved.compareTo(LONG_SLEEP) > 0
                ? Diagnosis.CLOCK_MOVED.of(DoctorPart.CLOCK, now, written(moved))
                : Diagnosis.CLOCK_FINE.of(DoctorPart.CLOCK, now);
    }

    private Optional<Instant> lastWords() {
        try {
            return Optional.of(Files.getLastModifiedTime(log).toInstant());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Duration moved(Instant now) {
        return Duration.between(began, now).minusNanos(System.nanoTime() - ticksThen);
    }

    private static String written(Duration moved) {
        String sign = moved.isNegative() ? "-" : "+";
        // To the nearest.
        Duration size = moved.abs().plusHours(12);
        return size.toDays() > 0
                ? sign + size.toDays() + " days"
                : sign + moved.abs().toMinutes() + " minutes";
    }
}
