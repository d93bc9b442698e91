// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the owner has set for the doors that browsers use. Asked anew with each request: memory only.
///
/// @param hsts    whether browsers are told to stay with HTTPS on the server's own name
/// @param proxies whose word counts on where a request came from
/// @param keptOut whether nobody comes in by a proxy: the house is locked down
/// @param origins other sites' pages that may use the API, as `https://app.example:8443`
public record DoorRules(
        BooleanSupplier hsts, Proxies proxies, BooleanSupplier keptOut, Supplier<Set<String>> origins) {}
