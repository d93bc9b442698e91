// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

/// The file is damaged, cut short, or not a Homekeep database at all.
public final class DatabaseDamaged extends DatabaseUnusable {
    private static final long serialVersionUID = 1;

    public DatabaseDamaged(String sentence) {
        super(sentence);
    }

    public DatabaseDamaged(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
