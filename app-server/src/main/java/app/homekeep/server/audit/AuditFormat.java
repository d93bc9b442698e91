// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.model.Wire;
import app.homekeep.model.audit.AuditEvent;
import io.avaje.jsonb.JsonType;
import java.util.Locale;
import java.util.Optional;

/// The forms in which the log leaves the server.
public enum AuditFormat {
    /// RFC 4180, with a line of names first. A cell that a spreadsheet would take for a formula begins with an
    /// apostrophe.
    CSV("text/csv; charset=utf-8"),
    /// One JSON object a line, as the API has it.
    JSONL("application/jsonl"),
    /// `time | EVENT | actor | ip | detail | outcome`.
    TEXT("text/plain; charset=utf-8");

    private static final JsonType<AuditEvent> JSON = Wire.type(AuditEvent.class);

    private final String type;

    AuditFormat(String type) {
        this.type = type;
    }

    static Optional<AuditFormat> of(String wire) {
        for (AuditFormat format : values()) {
            if (format.wire().equals(wire)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// The name in the API, such as `csv`.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The media type.
    String type() {
        return type;
    }

    /// What stands before the first row.
    String opening() {
        return this == CSV ? AuditCsv.names() : "";
    }

    /// One row with the end of its line.
    String line(AuditRow row) {
        return switch (this) {
            case CSV -> AuditCsv.line(row.toEvent());
            case JSONL -> JSON.toJson(row.toEvent()) + "\n";
            case TEXT -> AuditText.line(row) + "\n";
        };
    }
}
