// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

/// Something sealed does not open: it was changed, moved from its place, or its key is gone.
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    SealBroken() {
        super("A stored secret does not open.");
    }

    SealBroken(Throwable cause) {
        super("A stored secret does not open.", cause);
    }
}
