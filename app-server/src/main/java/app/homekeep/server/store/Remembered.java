// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;

/// Rows that memory knows by their id, so that a look costs a map read. Filled on first use, changed in the commit hook
/// of the transaction that changes the row. Reading takes no lock. Thread-safe.
///
/// A fill reads the database without a lock, so a row may be changed between that read and the fill: every change
/// counts
/// up, and a fill that sees the count moved reads again.
public final class Remembered<T> {
    private final Cache<String, T> known;
    private final Object filling = new Object();
    private long changes;

    /// @param most how many are kept
    public Remembered(int most) {
        known = Caffeine.newBuilder().maximumSize(most).build();
    }

    public Optional<T> get(String id) {
        return Optional.ofNullable(known.getIfPresent(id));
    }

    /// @param read looks into the database; empty for what it never had
    public Optional<T> fill(String id, Supplier<Optional<T>> read) {
        while (true) {
            long before = changes();
            Optional<T> found = read.get();
            if (found.isEmpty()) {
                return found;
            }
            synchronized (filling) {
                if (changes == before) {
                    T first = known.asMap().putIfAbsent(id, found.get());
                    return first == null ? found : Optional.of(first);
                }
            }
        }
    }

    /// What it is from now on. For commit hooks.
    public void changed(String id, T now) {
        synchronized (filling) {
            changes++;
            known.put(id, now);
        }
    }

    /// It is something else from now on; the next look reads it. For commit hooks.
    public void changed(String id) {
        synchronized (filling) {
            changes++;
            known.invalidate(id);
        }
    }

    /// Any of them may be something else from now on. For commit hooks.
    public void allChanged() {
        synchronized (filling) {
            changes++;
            known.invalidateAll();
        }
    }

    private long changes() {
        synchronized (filling) {
            return changes;
        }
    }
}
