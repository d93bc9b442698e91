// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.session.Device;
import app.homekeep.server.store.Transaction;
import java.util.Optional;

/// The devices that accounts have been signed in to on. A signed cookie tells one.
public interface KnownDevices {
    /// @param cookie what the browser keeps for its next sign-in
    record Noted(String deviceId, String cookie) {}

    /// The device whose cookie this is, where this account knows it and nobody has revoked it.
    Optional<String> recognise(String cookie, String accountId);

    /// Notes that the account is being signed in to on a device.
    ///
    /// @param deviceId the one that was recognised; empty for a new one
    Noted note(Transaction tx, String accountId, Optional<String> deviceId, Device device, String address);
}
