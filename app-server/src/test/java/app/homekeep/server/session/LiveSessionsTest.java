// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-03")
class LiveSessionsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final LiveSessions live = new LiveSessions();

    @Test
    void what_was_filled_once_is_found_without_reading_again() {
        var reads = new AtomicInteger();

        live.fill("s1", () -> {
            reads.incrementAndGet();
            return Optional.of(session());
        });

        assertThat(live.get("s1")).isPresent();
        assertThat(reads).hasValue(1);
    }

    @Test
    void a_session_the_database_never_had_is_not_remembered() {
        assertThat(live.fill("s1", Optional::empty)).isEmpty();
        assertThat(live.get("s1")).isEmpty();
    }

    @Test
    void a_session_that_ends_between_the_read_and_the_fill_stays_ended() {
        var reads = new AtomicInteger();

        Optional<LiveSessions.Known> known = live.fill("s1", () -> {
            if (reads.incrementAndGet() == 1) {
                // The read has seen it open; now the ending commits.
                live.ended("s1", EndReason.OWNER);
                return Optional.of(session());
            }
            return Optional.of(new LiveSessions.Known.Ended(EndReason.OWNER));
        });

        assertThat(known).contains(new LiveSessions.Known.Ended(EndReason.OWNER));
        assertThat(live.get("s1")).contains(new LiveSessions.Known.Ended(EndReason.OWNER));
    }

    @Test
    void two_fills_at_once_share_one_session() {
        LiveSessions.Known first = live.fill("s1", () -> Optional.of(session())).orElseThrow();

        assertThat(live.fill("s1", () -> Optional.of(session()))).containsSame(first);
    }

    private static LiveSessions.Known session() {
        var row = new Session(
                "s1",
                "a1",
                new Device("iPhone", "Safari 18"),
                "192.168.1.7",
                false,
                0,
                NOW,
                NOW,
                NOW.plusSeconds(60),
                List.of("pwd"),
                Optional.empty(),
                StepUpMark.NEVER);
        return new LiveSessions.Known.Live(new LiveSession(row));
    }
}
