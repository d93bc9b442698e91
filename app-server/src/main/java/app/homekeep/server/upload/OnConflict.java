// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.server.problem.Refused;

/// What to do when the name is taken.
enum OnConflict {
    REFUSE,
    KEEP_BOTH,
    REPLACE;

    /// @throws Refused 400
    static OnConflict parse(String text) {
        return switch (text) {
            case "refuse" -> REFUSE;
            case "keep_both" -> KEEP_BOTH;
            case "replace" -> REPLACE;
            default -> throw Refused.badField("on_conflict", "Use refuse, keep_both or replace.");
        };
    }
}
