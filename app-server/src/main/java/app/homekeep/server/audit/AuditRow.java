// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.model.audit.AuditEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// One row of the log as it stands in the database.
///
/// @param at in milliseconds since 1970
record AuditRow(
        long seq,
        long at,
        String event,
        String actor,
        String address,
        Optional<String> session,
        Optional<String> target,
        String outcome,
        Optional<String> detail,
        byte[] hash) {

    static AuditRow of(long seq, long at, AuditEntry entry, byte[] before) {
        var row = new AuditRow(
                seq,
                at,
                entry.kind().name(),
                entry.actor(),
                entry.address(),
                entry.session(),
                entry.target(),
                entry.outcome().name(),
                entry.detail(),
                before);
        return row.withHash(ChainHash.of(before, row));
    }

    private AuditRow withHash(byte[] made) {
        return new AuditRow(seq, at, event, actor, address, session, target, outcome, detail, made);
    }

    /// As it is read on the wire.
    AuditEvent toEvent() {
        return new AuditEvent(
                seq,
                Instant.ofEpochMilli(at),
                event,
                actor,
                address,
                session.orElse(null),
                target.orElse(null),
                outcome,
                detail.orElse(null),
                HexFormat.of().formatHex(hash));
    }
}
