// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import java.util.Locale;

/// Why a session ended. The page shows a sentence for it.
public enum EndReason {
    /// Its own browser signed out.
    LOGOUT("You have signed out."),
    /// The owner, or somebody who manages sessions, ended it.
    OWNER("You were signed out by the owner."),
    /// The account's holder ended it from another device.
    USER("You were signed out from another device."),
    /// A spent refresh token came back: somebody has a copy.
    REUSE("You were signed out because somebody used a copy of your sign-in."),
    /// The account was blocked.
    BLOCKED("You were signed out because this account was blocked."),
    /// The account was deactivated.
    DEACTIVATED("You were signed out because this account was deactivated."),
    /// The account was deleted.
    DELETED("You were signed out because this account was deleted."),
    /// The password was changed or reset.
    PASSWORD("You were signed out because the password was changed."),
    /// The second factor was set up, taken away or reset.
    SECOND_FACTOR("You were signed out because the second factor was changed."),
    /// The device it was begun on was taken off the list of known ones.
    DEVICE("You were signed out because this device was removed."),
    /// Its time was over.
    EXPIRED("Your session is over. Please sign in again.");

    private final String sentence;

    EndReason(String sentence) {
        this.sentence = sentence;
    }

    /// What its browser is told.
    String sentence() {
        return sentence;
    }

    /// The word on the wire and in the database.
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndReason of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
