// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.control.StopAnswer;
import app.homekeep.model.session.SessionInfo;
import java.nio.file.Path;
import java.util.Optional;

/// The server itself, its sessions and its log. Every method blocks, so it is called through `Background`, and throws
/// [AdminProblem]. Thread-safe.
public interface AdminApi {
    ServerStatus status();

    Page<SessionInfo> sessions(Optional<String> after);

    /// Signs out one browser.
    void revokeSession(String id);

    /// Signs out every browser of an account.
    void revokeSessionsOf(String username);

    /// Signs out everybody.
    void revokeAllSessions();

    /// Newest first.
    Page<AuditEvent> audit(AuditFilter filter, Optional<String> after);

    AuditCheck verifyAudit();

    /// Writes the whole log to a file.
    ///
    /// @param format `csv`, `jsonl` or `text`
    void exportAudit(String format, AuditFilter filter, Path target);

    StopAnswer stop();
}
