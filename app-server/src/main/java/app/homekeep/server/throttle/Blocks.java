// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import app.homekeep.model.Page;
import app.homekeep.model.block.Block;
import app.homekeep.server.audit.AuditEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whoever is kept waiting or out now, for whatever reason, in one list. Thread-safe.
final class Blocks {
    /// Of each kind; an attack with made-up names fills no more of the list.
    private static final int MOST = 1000;

    private static final Comparator<Block> NEWEST_FIRST =
            Comparator.comparing(Block::id).reversed();

    private final Guesses guesses;
    private final RateLimits rates;
    private final ShutOuts shutOuts;

    Blocks(Guesses guesses, RateLimits rates, ShutOuts shutOuts) {
        this.guesses = guesses;
        this.rates = rates;
        this.shutOuts = shutOuts;
    }

    /// @param after the cursor of the page before
    Page<Block> page(Optional<String> after, int limit) {
        List<Block> rest = Stream.of(guesses.held(MOST), rates.held(), shutOuts.held())
                .flatMap(List::stream)
                .sorted(NEWEST_FIRST)
                .filter(block ->
                        after.map(cursor -> block.id().compareTo(cursor) < 0).orElse(true))
                .limit(limit + 1L)
                .toList();
        boolean more = rest.size() > limit;
        List<Block> items = more ? rest.subList(0, limit) : rest;
        return new Page<>(items, more ? items.getLast().id() : null);
    }

    /// @param guessing what the audit log says where tries are forgotten
    /// @param address  what it says where an address is let in again
    /// @return false when there is none of that id
    boolean lift(String id, AuditEntry guessing, AuditEntry address) {
        return guesses.lift(id, guessing) || shutOuts.lift(id, address) || rates.lift(id, address);
    }
}
