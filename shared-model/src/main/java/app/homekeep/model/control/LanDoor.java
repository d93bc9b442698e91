// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.control;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/// Whether the home network reaches the server.
///
/// @param closedBecause `setting`, `command_line`, `lockdown`, `not_home`, `port_taken` or `failed`; null while it is
/// open
/// @param name          the name that is announced by multicast DNS and was heard; null where none is
@Json(naming = Json.Naming.LowerUnderscore)
public record LanDoor(
        boolean open,
        @Nullable String closedBecause,
        @Nullable String name) {}
