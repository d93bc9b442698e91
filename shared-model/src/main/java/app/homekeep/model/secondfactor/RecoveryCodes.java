// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.secondfactor;

import io.avaje.jsonb.Json;
import java.util.List;

/// Codes for when the authenticator app is lost, each good once; shown once.
@Json(naming = Json.Naming.LowerUnderscore)
public record RecoveryCodes(List<String> recoveryCodes) {
    public RecoveryCodes {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /// Without the codes, so that they never get into a log.
    @Override
    public String toString() {
        return "RecoveryCodes[" + recoveryCodes.size() + "]";
    }
}
