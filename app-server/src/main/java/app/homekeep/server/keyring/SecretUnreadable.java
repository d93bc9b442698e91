// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

/// A secret that can't be opened where it lies. Names the place, never the secret.
public final class SecretUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    SecretUnreadable(String place) {
        super("The secret at " + place + " can't be opened: it was changed, moved, or its key is gone.");
    }
}
