// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.account;

import java.util.Locale;

/// What becomes of somebody's files when their account is deleted.
public enum FilesFate {
    /// They stay where they are on the disk, and nobody is served them.
    KEEP,
    /// They become a folder in the owner's own space.
    MOVE,
    /// They are deleted with the account.
    REMOVE;

    /// The word on the wire.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
