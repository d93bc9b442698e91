// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.model.control.ServerStatus.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// How fast bytes came and went in the last ten minutes, from counters that only grow. FX thread only.
final class TrafficHistory {
    /// How far back it reaches.
    static final Duration SPAN = Duration.ofMinutes(10);
    /// Points at most, so that drawing them costs little.
    static final int POINTS = 240;

    private final Deque<Point> points = new ArrayDeque<>();
    private Optional<Sample> last = Optional.empty();

    /// The mean between two looks at the counters, in bytes a second.
    ///
    /// @param at       when the later of the two was
    /// @param received by the server
    /// @param sent     by the server
    record Point(Instant at, double received, double sent) {}

    private record Sample(Instant at, Traffic counters) {}

    /// Looks at the counters again.
    void add(Instant now, Traffic counters) {
        last.ifPresent(before -> between(before, now, counters));
        last = Optional.of(new Sample(now, counters));
        Instant oldest = now.minus(SPAN);
        while (points.size() > POINTS
                || (!points.isEmpty() && points.getFirst().at().isBefore(oldest))) {
            points.removeFirst();
        }
    }

    List<Point> points() {
        return List.copyOf(points);
    }

    private void between(Sample before, Instant now, Traffic counters) {
        long received = counters.receivedBytes() - before.counters().receivedBytes();
        long sent = counters.sentBytes() - before.counters().sentBytes();
        double seconds = Duration.between(before.at(), now).toMillis() / 1000.0;
        // Smaller counters are those of a server that has started anew.
        if (received >= 0 && sent >= 0 && seconds > 0) {
            points.addLast(new Point(now, received / seconds, sent / seconds));
        }
    }
}
