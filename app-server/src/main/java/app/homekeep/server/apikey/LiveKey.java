// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import java.util.Optional;

/// A key as memory has it, with its last use, which is written to the database once in a while. Thread-safe.
final class LiveKey {
    private final KeyRow row;
    private volatile Optional<KeyRow.LastUse> unwritten = Optional.empty();

    LiveKey(KeyRow row) {
        this.row = row;
    }

    KeyRow row() {
        return row;
    }

    void used(KeyRow.LastUse use) {
        unwritten = Optional.of(use);
    }

    Optional<KeyRow.LastUse> lastUse() {
        return unwritten.or(row::lastUse);
    }
}
