// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.util.Locale;

/// What a key is for. A key of one purpose is never used for another.
public enum Purpose {
    /// Signs access tokens.
    JWT,
    /// Encrypts the seeds of second factors.
    TOTP,
    /// Hashes recovery codes.
    RECOVERY_CODE,
    /// Encrypts the private keys that sign audit checkpoints.
    AUDIT_CHECKPOINT,
    /// Signs the cookie of a known device.
    DEVICE_COOKIE,
    /// Signs the ticket between password and second factor.
    HALF_LOGIN,
    /// Signs the cursors of lists.
    CURSOR,
    /// Encrypts the keys of certificates.
    CERTIFICATE;

    /// The name in the database, such as `half_login`.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Purpose of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
