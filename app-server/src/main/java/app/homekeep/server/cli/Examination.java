// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.server.doctor.ClockLook;
import app.homekeep.server.doctor.FolderLook;
import app.homekeep.server.doctor.PortLook;
import app.homekeep.server.process.Logging;
import app.homekeep.server.process.RunFiles;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the doctor finds: the running server's own one, as in the panel; without a server, what can be seen without.
final class Examination {
    private static final JsonType<Page<Finding>> FINDINGS = Wire.page(Finding.class);

    private final Path data;
    private final Clock clock;

    Examination(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    List<Finding> findings() throws IOException {
        if (RunFiles.read(data).isPresent()) {
            try (ControlClient server = ControlClient.of(data)) {
                return server.get(new Query(Routes.CONTROL_DOCTOR), FINDINGS).items();
            }
        }
        var findings = new ArrayList<>(new FolderLook(data).look());
        if (Files.isDirectory(data)) {
            findings.addAll(new ClockLook(Logging.file(data), clock, Optional::empty).look());
        }
        findings.add(Diagnosis.DATABASE_NOT_ASKED.of(DoctorPart.DATABASE));
        PortLook.USUAL.forEach(usual -> findings.addAll(usual.look()));
        return List.copyOf(findings);
    }
}
