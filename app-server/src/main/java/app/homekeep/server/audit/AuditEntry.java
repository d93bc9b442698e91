// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.access.Caller;
import app.homekeep.server.http.Request;
import java.util.Optional;

/// Something to be written into the audit log, before it has its number, time and hash.
///
/// @param actor   the username of who does it; `-` where nobody is known or the server does it by itself
/// @param address where the request came from; `-` for what the server does by itself
/// @param session the session it is done in
/// @param target  what it is done to
/// @param detail  one line for a person; never a secret
public record AuditEntry(
        AuditKind kind,
        String actor,
        String address,
        Optional<String> session,
        Optional<String> target,
        AuditOutcome outcome,
        Optional<String> detail) {
    private static final String NOBODY = "-";
    private static final int LONGEST = 1000;
    private static final String TURNS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    public AuditEntry {
        actor = line(actor);
        address = line(address);
        session = session.map(AuditEntry::line);
        target = target.map(AuditEntry::line);
        detail = detail.map(AuditEntry::line);
    }

    /// Done by whoever makes this request, and done well unless said otherwise.
    public static AuditEntry of(AuditKind kind, Request request) {
        return of(kind, request.caller(), request.address());
    }

    public static AuditEntry of(AuditKind kind, Caller caller, String address) {
        Optional<String> session =
                caller instanceof Caller.Person person ? Optional.of(person.openUnder()) : Optional.empty();
        return by(kind, caller.name(), address, session);
    }

    /// Done by the server itself.
    public static AuditEntry system(AuditKind kind) {
        return by(kind, NOBODY, NOBODY, Optional.empty());
    }

    public static AuditEntry by(AuditKind kind, String actor, String address, Optional<String> session) {
        return new AuditEntry(kind, actor, address, session, Optional.empty(), AuditOutcome.SUCCESS, Optional.empty());
    }

    /// The same with what it is done to.
    public AuditEntry target(String what) {
        return new AuditEntry(kind, actor, address, session, Optional.of(what), outcome, detail);
    }

    /// The same with a line for a person.
    public AuditEntry detail(String text) {
        return new AuditEntry(kind, actor, address, session, target, outcome, Optional.of(text));
    }

    /// The same, but not allowed.
    public AuditEntry refused() {
        return new AuditEntry(kind, actor, address, session, target, AuditOutcome.REFUSED, detail);
    }

    /// The same, but gone wrong.
    public AuditEntry failed() {
        return new AuditEntry(kind, actor, address, session, target, AuditOutcome.FAILED, detail);
    }

    /// One line of bounded length, whatever a client sent: no control characters, no half surrogates, no marks that
    /// turn the direction of what follows. So a name can't fake a line of the log.
    private static String line(String text) {
        var line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isUnfit(point) ? 0xFFFD : point)
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isUnfit(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> TURNS.indexOf(point) >= 0;
        };
    }
}
