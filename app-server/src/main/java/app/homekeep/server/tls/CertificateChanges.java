// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts another certificate into the LAN door: written and audited together, then shown to whoever connects next.
/// Connections that are open stay. Thread-safe: one change after the other.
public final class CertificateChanges {
    private final Supplier<Optional<DoorCertificates>> certificates;
    private final Database database;
    private final AuditLog audit;
    private final Runnable shown;

    /// @param certificates empty before the LAN door opens for the first time
    /// @param shown        runs when another certificate is to be presented
    public CertificateChanges(
            Supplier<Optional<DoorCertificates>> certificates, Database database, AuditLog audit, Runnable shown) {
        this.certificates = certificates;
        this.database = database;
        this.audit = audit;
        this.shown = shown;
    }

    DoorCertificate now() {
        return certificates().describe();
    }

    /// @param entry who does it
    /// @throws app.homekeep.model.Invalid where no browser would take it; nothing is changed then
    synchronized DoorCertificate use(OwnCertificate given, AuditEntry entry) {
        KeyedChain own = certificates().checked(given);
        String detail = "own certificate, SHA-256 " + Sha256.of(own.leaf()) + ", good until "
                + own.leaf().getNotAfter().toInstant();
        return change(Optional.of(own), entry.target("own").detail(detail));
    }

    /// Back to the home CA's; nothing happens where it is shown already.
    synchronized DoorCertificate useHome(AuditEntry entry) {
        if (!certificates().hasOwn()) {
            return now();
        }
        return change(Optional.empty(), entry.target("home").detail("the home CA's certificate"));
    }

    private DoorCertificate change(Optional<KeyedChain> own, AuditEntry entry) {
        database.write(tx -> {
            audit.append(tx, entry);
            DoorCertificates.Change change = certificates().prepare(own);
            tx.onRollback(change.undo());
            tx.afterCommit(change.show());
            return entry;
        });
        shown.run();
        return now();
    }

    private DoorCertificates certificates() {
        return certificates
                .get()
                .orElseThrow(() -> new Refused(
                        ProblemCode.CONFLICT, "The LAN door is closed, so it shows no certificate. Open it first."));
    }
}
