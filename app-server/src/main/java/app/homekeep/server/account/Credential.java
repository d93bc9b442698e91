// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

/// An account with the hash of its password.
///
/// @param hash a PHC string
public record Credential(Account account, String hash) {
    /// Without the hash, so that it never gets into a log.
    @Override
    public String toString() {
        return "Credential[" + account.username() + "]";
    }
}
