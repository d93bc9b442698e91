// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.block;

import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who is kept waiting or out for now.
///
/// @param kind    `guesses` for an account from one address, `account` for one that is only open to known devices,
///                `rate` for an address that asks too often, `address` for one that the owner has shut out
/// @param user    the name that was tried; null where it is about an address alone
/// @param address null where it is about an account from anywhere
/// @param count   wrong passwords, or requests refused
/// @param until   when it ends by itself; null for an address that was shut out for good
@Json(naming = Json.Naming.LowerUnderscore)
public record Block(
        String id,
        String kind,
        @Nullable String user,
        @Nullable String address,
        long count,
        Instant since,
        @Nullable Instant until) {}
