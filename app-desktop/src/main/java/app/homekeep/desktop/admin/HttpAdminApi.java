// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.User;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.model.control.RunFile;
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
public final class HttpAdminApi implements AdminApi {
    /// Checking a long log takes its time.
    private static final Duration VERIFY = Duration.ofMinutes(10);

    private static final int ROWS = 200;

    private static final JsonType<Page<SessionInfo>> SESSIONS = Wire.page(SessionInfo.class);
    private static final JsonType<Page<User>> USERS = Wire.page(User.class);
    private static final JsonType<Page<AuditEvent>> EVENTS = Wire.page(AuditEvent.class);
    private static final JsonType<CreatedUser> CREATED_USER = Wire.type(CreatedUser.class);
    private static final JsonType<NewUser> NEW_USER = Wire.type(NewUser.class);
    private static final JsonType<AuditCheck> CHECK = Wire.type(AuditCheck.class);

    private final RunFolder run;
    private final ControlDoor door;

    public HttpAdminApi(RunFolder run, ControlDoor door) {
        this.run = run;
        this.door = door;
    }

    @Override
    public ServerStatus status() {
        return door.status(server());
    }

    @Override
    public Page<SessionInfo> sessions(Optional<String> after) {
        String path = new Query(Routes.SESSIONS)
                .with("limit", ROWS)
                .with("after", after)
                .path();
        return door.get(server(), path, ControlDoor.SOON, SESSIONS);
    }

    @Override
    public void revokeSession(String id) {
        door.delete(server(), Routes.SESSION.replace("{id}", Query.encode(id)));
    }

    @Override
    public void revokeSessionsOf(String username) {
        door.delete(server(), new Query(Routes.SESSIONS).with("user", username).path());
    }

    @Override
    public void revokeAllSessions() {
        door.delete(server(), new Query(Routes.SESSIONS).with("all", "true").path());
    }

    @Override
    public Page<User> users(Optional<String> after) {
        String path =
                new Query(Routes.USERS).with("limit", ROWS).with("after", after).path();
        return door.get(server(), path, ControlDoor.SOON, USERS);
    }

    @Override
    public CreatedUser createUser(NewUser user) {
        return door.post(server(), Routes.USERS, NEW_USER, user, CREATED_USER);
    }

    @Override
    public Page<AuditEvent> audit(AuditFilter filter, Optional<String> after) {
        String path = new Query(Routes.AUDIT)
                .with(filter)
                .with("limit", ROWS)
                .with("after", after)
                .path();
        return door.get(server(), path, ControlDoor.SOON, EVENTS);
    }

    @Override
    public AuditCheck verifyAudit() {
        return door.get(server(), Routes.AUDIT_VERIFY, VERIFY, CHECK);
    }

    /// The target appears when the export is whole, and is left as it was when it fails.
    @Override
    public void exportAudit(String format, AuditFilter filter, Path target) {
        String path = new Query(Routes.AUDIT_EXPORT)
                .with("format", format)
                .with(filter)
                .path();
        try (InputStream body = door.stream(server(), path, "*/*")) {
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
        return door.stop(server());
    }

    private RunFile server() {
        return run.read().orElseThrow(() -> new AdminProblem("unreachable", "The server doesn't run."));
    }
}
