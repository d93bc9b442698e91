// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import app.homekeep.server.keyring.SecretBox;

/// Seals seeds, each for its account alone: copied to another account's row it does not open.
record SealedSeeds(SecretBox box) {
    byte[] seal(Seed seed, String accountId) {
        return box.seal(seed.bytes(), place(accountId));
    }

    Seed open(byte[] sealed, String accountId) {
        return new Seed(box.open(sealed, place(accountId)));
    }

    private static String place(String accountId) {
        return "totp:" + accountId + ":v1";
    }
}
