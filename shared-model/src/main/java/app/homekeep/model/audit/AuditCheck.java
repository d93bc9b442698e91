// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.audit;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// What checking the whole chain found.
///
/// @param rows        how many rows were checked
/// @param head        the hash of the newest row, in hex; empty when there is none
/// @param checkpoints how many signed checkpoints were checked
/// @param brokenSeq   the first row that is not what it was; null when intact
/// @param problem     what is wrong with it, as a sentence; null when intact
@Json(naming = Json.Naming.LowerUnderscore)
public record AuditCheck(
        boolean intact,
        long rows,
        String head,
        int checkpoints,
        @Nullable Long brokenSeq,
        @Nullable String problem) {}
