// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.control;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.control.SigningKey;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.KeyringUnusable;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.problem.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// The keys that sign sign-ins: shown, and replaced by the owner or by the calendar. Thread-safe.
public final class SigningKeyRotation {
    private final Keyring keyring;
    private final AuditLog audit;
    private final Runnable changed;
    private final Supplier<Duration> oldAfter;
    private final Clock clock;

    /// @param changed  called after each rotation, before anybody hears of it
    /// @param oldAfter the age at which the calendar replaces a key; zero for never
    public SigningKeyRotation(
            Keyring keyring, AuditLog audit, Runnable changed, Supplier<Duration> oldAfter, Clock clock) {
        this.keyring = keyring;
        this.audit = audit;
        this.changed = changed;
        this.oldAfter = oldAfter;
        this.clock = clock;
    }

    /// Those that are good now, the newest first.
    public List<SigningKey> list() {
        return keyring.known(Purpose.JWT).stream()
                .map(SigningKeyRotation::shown)
                .toList();
    }

    /// Replaces the key. What the old one signed stays good until its time is over, or ends now.
    ///
    /// @throws Refused 409 when the key is fixed by a file
    public SigningKey rotate(boolean atOnce, AuditEntry entry) {
        try {
            String fresh = keyring.rotate(
                            Purpose.JWT,
                            atOnce,
                            (tx, id) -> audit.append(
                                    tx, entry.target(id).detail(atOnce ? "the old key ended at once" : "with overlap")))
                    .id();
            changed.run();
            return list().stream()
                    .filter(key -> key.id().equals(fresh))
                    .findFirst()
                    .orElseThrow();
        } catch (KeyringUnusable e) {
            throw new Refused(ProblemCode.CONFLICT, e.sentence());
        }
    }

    /// Replaces the key at once, as part of a lockdown; one that a file fixes stays, and whoever changes that file
    /// does it.
    public void force(AuditEntry entry) {
        if (list().stream().noneMatch(SigningKey::fixed)) {
            rotate(true, entry);
        }
    }

    /// Replaces a key that has grown old. Called once a day.
    public void rotateOld() {
        Duration old = oldAfter.get();
        boolean due = !old.isZero()
                && keyring.known(Purpose.JWT).stream()
                        .filter(Keyring.Known::active)
                        .flatMap(key -> key.createdAt().stream())
                        .anyMatch(made -> !clock.instant().isBefore(made.plus(old)));
        if (due) {
            rotate(false, AuditEntry.system(AuditKind.KEY_ROTATE));
        }
    }

    private static SigningKey shown(Keyring.Known key) {
        return new SigningKey(
                key.id(),
                key.active() ? "active" : "retiring",
                key.createdAt().orElse(null),
                key.retireAt().orElse(null),
                key.fixed());
    }
}
