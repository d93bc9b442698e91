// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditEvent;
import java.util.List;
import java.util.Locale;

/// How events and outcomes are called.
record EventWords(Text text) {
    /// The events worth a place in the filter, in the order of a house's day.
    static final List<String> COMMON = List.of(
            "USER_LOGIN",
            "LOGIN_FAILED",
            "USER_LOGOUT",
            "SESSION_REVOKED",
            "FILE_UPLOAD",
            "FILE_DOWNLOAD",
            "FILE_DELETE",
            "USER_CREATE",
            "SETTINGS_CHANGE",
            "ACCESS_DENIED",
            "SERVER_START",
            "SERVER_STOP");
    static final List<String> OUTCOMES = List.of("SUCCESS", "REFUSED", "FAILED");

    /// In the owner's language; the plain name of an event that this panel doesn't know.
    String event(String name) {
        return text.getOr("event." + name, name);
    }

    String outcome(String name) {
        return text.getOr("outcome." + name, name);
    }

    Badge badge(AuditEvent row) {
        return new Badge(
                outcome(row.outcome()),
                switch (row.outcome()) {
                    case "SUCCESS" -> Badge.Tone.GOOD;
                    case "REFUSED" -> Badge.Tone.WARN;
                    case "FAILED" -> Badge.Tone.BAD;
                    default -> Badge.Tone.NEUTRAL;
                });
    }

    /// What a part of the filter set to a value is called on its chip.
    String chip(FilterPart part, String value) {
        String shown = switch (part) {
            case EVENT -> event(value);
            case OUTCOME -> outcome(value);
            default -> value;
        };
        return text.get("audit.chip", part(part), shown);
    }

    String part(FilterPart part) {
        return text.get("audit.part." + part.name().toLowerCase(Locale.ROOT));
    }
}
