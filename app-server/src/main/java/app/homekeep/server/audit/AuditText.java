// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rows as lines for people and for other logs: `time | EVENT | actor | ip | detail | outcome`. A bar or backslash
/// inside a field has a backslash before it, so that no field can pretend to be two.
final class AuditText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AuditText() {}

    static String line(AuditRow row) {
        String detail =
                Stream.of(row.target(), row.detail()).flatMap(Optional::stream).collect(Collectors.joining(": "));
        return Stream.of(
                        TIME.format(Instant.ofEpochMilli(row.at())),
                        row.event(),
                        row.actor(),
                        row.address(),
                        detail.isEmpty() ? "-" : detail,
                        row.outcome())
                .map(field -> field.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining(" | "));
    }
}
