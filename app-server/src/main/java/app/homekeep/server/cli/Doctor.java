// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.system.Health;
import app.homekeep.server.process.RunFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at everything that keeps a home from working, and says what to do.
final class Doctor {
    private static final Duration CERTIFICATE_SHOULD_LAST = Duration.ofDays(7);

    private final Path data;
    private final Clock clock;

    Doctor(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    List<Finding> look() throws IOException {
        var local = new LocalDoctor(data, clock);
        var findings = new ArrayList<Finding>();
        findings.add(local.folder());
        if (Files.isDirectory(data)) {
            findings.add(local.disk());
            findings.add(local.clock());
        }
        if (RunFiles.read(data).isPresent()) {
            try (ControlClient server = ControlClient.of(data)) {
                findings.addAll(ask(server));
            }
        } else {
            LocalDoctor.USUAL_PORTS.forEach(usual -> findings.add(LocalDoctor.port(usual)));
            findings.add(Finding.notLookedAt("database", "No server runs; each start checks it."));
        }
        return List.copyOf(findings);
    }

    private List<Finding> ask(ControlClient server) throws IOException {
        ServerStatus status = server.get(new Query(Routes.CONTROL_STATUS), Wire.type(ServerStatus.class));
        return List.of(
                Finding.fine("server", "Process " + status.pid() + " answers."),
                database(server),
                certificate(status.certificate()));
    }

    private static Finding database(ControlClient server) throws IOException {
        try {
            Health health = server.get(new Query(Routes.HEALTH), Wire.type(Health.class));
            return health.ok()
                    ? Finding.fine("database", "Sound.")
                    : Finding.wrong("database", "Not working: " + String.join(", ", health.down()) + ".");
        } catch (Refusal refused) {
            return Finding.wrong("database", refused.sentence());
        }
    }

    private Finding certificate(ServerStatus.@Nullable Certificate certificate) {
        if (certificate == null) {
            return Finding.notLookedAt("certificate", "The LAN door is closed.");
        }
        Instant end = certificate.expiresAt();
        return end.isAfter(clock.instant().plus(CERTIFICATE_SHOULD_LAST))
                ? Finding.fine("certificate", "Good until " + end + ".")
                : Finding.wrong("certificate", "Ends at " + end + ": homekeep certificate show says more.");
    }
}
