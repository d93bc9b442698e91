// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.util.HashMap;
import java.util.Map;

/// The parameters of a query, read strictly.
final class Query {
    private Query() {}

    /// @throws Refused 400 when there are too many, two have one name, or one is malformed
    static Map<String, String> of(String raw, int most) {
        if (raw.isEmpty()) {
            return Map.of();
        }
        var parameters = new HashMap<String, String>();
        for (int from = 0; from < raw.length(); ) {
            int end = raw.indexOf('&', from);
            end = end < 0 ? raw.length() : end;
            if (end > from) {
                add(parameters, raw.substring(from, end), most);
            }
            from = end + 1;
        }
        return parameters;
    }

    private static void add(Map<String, String> parameters, String pair, int most) {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        if (parameters.size() == most) {
            throw new Refused(ProblemCode.BAD_REQUEST, "The query has too many parameters.");
        }
        if (parameters.putIfAbsent(name, value) != null) {
            throw Refused.badField(name, "This is given twice.");
        }
    }

    private static String decoded(String raw) {
        return Percent.decoded(raw, true)
                .filter(text -> text.indexOf('\0') < 0)
                .orElseThrow(() -> new Refused(ProblemCode.BAD_REQUEST, "The query is not UTF-8, percent-encoded."));
    }
}
