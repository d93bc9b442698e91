// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import java.util.Optional;

/// An account with the hash of its password.
///
/// @param hash a PHC string, or [#NONE]
public record Credential(Account account, String hash) {
    /// Of an account whose holder has not chosen a password yet: no password has this hash.
    public static final String NONE = "!";

    /// The hash to check a password against; empty where no password fits.
    public Optional<String> phc() {
        return Optional.of(hash).filter(text -> !text.equals(NONE));
    }

    /// Without the hash, so that it never gets into a log.
    @Override
    public String toString() {
        return "Credential[" + account.username() + "]";
    }
}
