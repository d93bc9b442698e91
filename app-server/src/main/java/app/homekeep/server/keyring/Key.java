// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

/// A secret key and the id by which what it made names it. Immutable; never printed.
///
/// @param id    letters and digits
/// @param bytes a copy of the caller's own
public record Key(String id, byte[] bytes) {
    public Key {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Without the secret, so that it never gets into a log.
    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
