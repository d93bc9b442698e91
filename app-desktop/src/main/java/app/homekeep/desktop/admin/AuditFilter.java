// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.time.Instant;
import java.util.Optional;

/// Which rows of the audit log to show; each part that is there must match.
///
/// @param text found in target or detail
/// @param from rows at or after this time
/// @param to   rows before this time
public record AuditFilter(
        Optional<String> event,
        Optional<String> actor,
        Optional<String> address,
        Optional<String> outcome,
        Optional<String> text,
        Optional<Instant> from,
        Optional<Instant> to) {
    /// Everything.
    public static final AuditFilter NONE = new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
