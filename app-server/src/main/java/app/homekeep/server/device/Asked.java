// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.device.Approval;
import java.time.Instant;

/// Whether a new device may come in, as the database has it.
///
/// @param username    whose account it is
/// @param displayName what its holder is called
/// @param device      what a person would call it
record Asked(
        String id,
        String accountId,
        String username,
        String displayName,
        String number,
        String device,
        String browser,
        String address,
        State state,
        Instant createdAt,
        Instant expiresAt) {
    /// ```
    /// asked ─▶ allowed ─▶ taken
    ///       ─▶ denied
    ///       ─▶ expired
    /// ```
    enum State {
        ASKED,
        ALLOWED,
        DENIED,
        EXPIRED,
        TAKEN
    }

    boolean open(Instant now) {
        return state == State.ASKED && now.isBefore(expiresAt);
    }

    Approval approval() {
        return new Approval(id, username, displayName, device, browser, address, number, createdAt, expiresAt);
    }

    /// For the audit log.
    String describe() {
        return device + ", " + browser + ", from " + address + ": " + number;
    }
}
