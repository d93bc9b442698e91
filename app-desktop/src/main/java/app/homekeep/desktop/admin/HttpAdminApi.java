// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.StopAnswer;
import app.homekeep.model.session.SessionInfo;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/// The admin API over the control door of whichever server serves the data folder now. Thread-safe.
final class HttpAdminApi implements AdminApi {
    /// Checking a long log takes its time.
    private static final Duration VERIFY = Duration.ofMinutes(10);

    private static final JsonType<Page<SessionInfo>> SESSIONS = Wire.page(SessionInfo.class);
    private static final JsonType<Page<AuditEvent>> EVENTS = Wire.page(AuditEvent.class);
    private static final JsonType<AuditCheck> CHECK = Wire.type(AuditCheck.class);

    private final ServerLine line;

    HttpAdminApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public ServerStatus status() {
        return line.status();
    }

    @Override
    public Page<SessionInfo> sessions(Optional<String> after) {
        return line.page(new Query(Routes.SESSIONS), after, SESSIONS);
    }

    @Override
    public void revokeSession(String id) {
        line.delete(ServerLine.path(Routes.SESSION, id));
    }

    @Override
    public void revokeSessionsOf(String username) {
        line.delete(new Query(Routes.SESSIONS).with("user", username).path());
    }

    @Override
    public void revokeAllSessions() {
        line.delete(new Query(Routes.SESSIONS).with("all", "true").path());
    }

    @Override
    public Page<AuditEvent> audit(AuditFilter filter, Optional<String> after) {
        return line.page(new Query(Routes.AUDIT).with(filter), after, EVENTS);
    }

    @Override
    public AuditCheck verifyAudit() {
        return line.get(Routes.AUDIT_VERIFY, VERIFY, CHECK);
    }

    /// The target appears when the export is whole, and is left as it was when it fails.
    @Override
    public void exportAudit(String format, AuditFilter filter, Path target) {
        String path = new Query(Routes.AUDIT_EXPORT)
                .with("format", format)
                .with(filter)
                .path();
        try (InputStream body = line.stream(path, "*/*")) {
            Path whole = target.toAbsolutePath();
            Path fresh = Files.createTempFile(whole.getParent(), ".homekeep", ".part");
            try {
                Files.copy(body, fresh, StandardCopyOption.REPLACE_EXISTING);
                Files.move(fresh, whole, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new AdminProblem("export_failed", "The log could not be written to " + target + ".");
        }
    }

    @Override
    public StopAnswer stop() {
        return line.stop();
    }
}
