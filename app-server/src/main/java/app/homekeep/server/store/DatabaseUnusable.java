// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

/// The database file can't be served. Nothing in it was changed. The message is a sentence for the owner.
public abstract sealed class DatabaseUnusable extends RuntimeException permits DatabaseDamaged, DatabaseTooNew {
    private static final long serialVersionUID = 1;

    DatabaseUnusable(String sentence) {
        super(sentence);
    }

    DatabaseUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// What is wrong, and what can be done about it.
    public final String sentence() {
        return String.valueOf(getMessage());
    }
}
