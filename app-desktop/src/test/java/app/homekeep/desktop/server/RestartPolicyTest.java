// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-01")
class RestartPolicyTest {
    private static final Duration APART = Duration.ofMinutes(3);

    private final RestartPolicy policy = new RestartPolicy();
    private Instant now = Instant.EPOCH;

    @Test
    void the_wait_doubles_up_to_a_minute() {
        for (long wait : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(policy.crashed(now)).contains(Duration.ofSeconds(wait));
            now = now.plus(APART);
        }
    }

    @Test
    void the_fifth_crash_in_ten_minutes_is_the_last() {
        for (int crash = 1; crash < RestartPolicy.CRASHES; crash++) {
            assertThat(policy.crashed(now)).isPresent();
            now = now.plusSeconds(120);
        }

        assertThat(policy.crashed(now)).isEmpty();
    }

    @Test
    void ten_quiet_minutes_make_it_forget() {
        policy.crashed(now);
        policy.crashed(now);

        assertThat(policy.crashed(now.plus(RestartPolicy.WITHIN).plusMillis(1))).contains(Duration.ofSeconds(1));
    }

    @Test
    void the_owner_makes_it_forget() {
        for (int crash = 1; crash <= RestartPolicy.CRASHES; crash++) {
            policy.crashed(now);
        }
        policy.forget();

        assertThat(policy.crashed(now)).contains(Duration.ofSeconds(1));
    }
}
