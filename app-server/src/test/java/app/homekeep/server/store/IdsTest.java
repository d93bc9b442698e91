// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123Z");

    @Test
    void an_id_is_a_uuid_of_version_7_that_tells_its_millisecond() {
        UUID id = UUID.fromString(new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom()).next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void each_id_is_greater_than_the_one_before_even_within_a_millisecond() {
        var ids = new Ids(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());

        List<String> made = Stream.generate(ids::next).limit(20_000).toList();

        assertThat(made).isSorted();
        assertThat(new HashSet<>(made)).hasSameSizeAs(made);
    }

    @Test
    void ids_go_on_rising_when_the_clock_goes_back() {
        var times = new ArrayList<>(List.of(NOW, NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofDays(1))));
        var ids = new Ids(
                new Clock() {
                    @Override
                    public Instant instant() {
                        return times.removeFirst();
                    }

                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return this;
                    }
                },
                new SecureRandom());

        assertThat(List.of(ids.next(), ids.next(), ids.next())).isSorted().doesNotHaveDuplicates();
    }
}
