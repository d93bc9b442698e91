// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Limits;
import app.homekeep.server.problem.Refused;
import java.util.Optional;

/// `?limit=&after=` of every list.
public final class Paging {
    private Paging() {}

    /// How many items the page shall have, 1 to [Limits#PAGE_LARGEST].
    ///
    /// @throws Refused 400 for anything else
    public static int limit(Request request) {
        return request.query("limit").map(Paging::parse).orElse(Limits.PAGE);
    }

    /// The cursor of the page before.
    public static Optional<String> after(Request request) {
        return request.query("after");
    }

    private static int parse(String text) {
        if (text.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= Limits.PAGE_LARGEST) {
                return limit;
            }
        }
        throw Refused.badField("limit", "Use a number from 1 to " + Limits.PAGE_LARGEST + ".");
    }
}
