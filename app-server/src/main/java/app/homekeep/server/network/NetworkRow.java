// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.KnownNetwork.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A network as it is kept.
record NetworkRow(
        String id,
        String gateway,
        String prefix,
        Optional<String> hardware,
        Standing standing,
        Instant firstSeenAt,
        Instant lastSeenAt) {
    private static final Duration SEEN_EACH = Duration.ofHours(1);

    /// Whether a network has the same router, as far as its addresses tell, and the same range.
    boolean looksLike(Link link) {
        return gateway.equals(link.gateway()) && prefix.equals(link.prefix());
    }

    /// Whether it is long enough ago that it was seen to be written down again.
    boolean isStale(Instant now) {
        return now.isAfter(lastSeenAt.plus(SEEN_EACH)) || now.isBefore(lastSeenAt);
    }

    KnownNetwork shown(boolean here) {
        return new KnownNetwork(id, gateway, prefix, standing, here, firstSeenAt, lastSeenAt);
    }
}
