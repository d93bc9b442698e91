// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.secondfactor;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody's second factor.
///
/// @param enabled       whether signing in takes a code
/// @param required      whether it must, by the account, its role or the settings
/// @param dueAt         until when one may sign in without; null where nothing is due
/// @param recoveryCodes how many are left
@Json(naming = Json.Naming.LowerUnderscore)
public record TotpStatus(
        boolean enabled, boolean required, @Nullable Instant dueAt, int recoveryCodes) {}
