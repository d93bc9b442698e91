// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.model.audit.AuditEvent;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows as comma-separated values (RFC 4180).
final class AuditCsv {
    private static final String FORMULA = "=+-@\t\r\n";

    private AuditCsv() {}

    static String names() {
        return "seq,at,event,actor,address,session,target,outcome,detail,hash\r\n";
    }

    static String line(AuditEvent event) {
        return Stream.of(
                                String.valueOf(event.seq()),
                                event.at().toString(),
                                event.event(),
                                event.actor(),
                                event.address(),
                                text(event.session()),
                                text(event.target()),
                                event.outcome(),
                                text(event.detail()),
                                event.hash())
                        .map(AuditCsv::cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static String cell(String value) {
        String safe = isFormula(value) ? "'" + value : value;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /// A lone dash stands for nobody and is none.
    private static boolean isFormula(String value) {
        return !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 && !value.equals("-");
    }
}
