// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

/// A newer or a different Homekeep has written the file; this one does not know its tables.
public final class DatabaseTooNew extends DatabaseUnusable {
    private static final long serialVersionUID = 1;

    DatabaseTooNew(String sentence) {
        super(sentence);
    }
}
