// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Staying awake with real processes: `cat` ends when its input does, as the lock of a Linux system does.
class KeepAwakeTest {
    private final AtomicBoolean busy = new AtomicBoolean();
    private final List<Sleep.Hold> holds = new ArrayList<>();
    private final KeepAwake awake = new KeepAwake(this::hold, busy::get);

    @AfterEach
    void letGo() {
        holds.forEach(Sleep.Hold::close);
    }

    @Test
    void nothing_is_held_while_nothing_is_transferred() {
        awake.look();

        assertThat(holds).isEmpty();
    }

    @Test
    void a_transfer_holds_from_the_first_look_to_the_second_that_finds_none() {
        busy.set(true);
        awake.look();
        awake.look();
        assertThat(holds).singleElement().matches(Sleep.Hold::held);

        busy.set(false);
        awake.look();
        assertThat(holds.getFirst().held()).isTrue();
        awake.look();

        assertThat(ended(holds.getFirst())).isTrue();
    }

    @Test
    void a_short_gap_between_two_transfers_lets_nothing_go() {
        busy.set(true);
        awake.look();
        busy.set(false);
        awake.look();
        busy.set(true);
        awake.look();

        assertThat(holds).singleElement().matches(Sleep.Hold::held);
    }

    @Test
    void the_next_transfers_after_a_rest_hold_again() {
        for (int i = 0; i < 2; i++) {
            busy.set(true);
            awake.look();
            busy.set(false);
            awake.look();
            awake.look();
        }

        assertThat(holds).hasSize(2).allMatch(KeepAwakeTest::ended);
    }

    @Test
    void the_end_of_the_server_lets_go_at_once() {
        busy.set(true);
        awake.look();

        awake.close();

        assertThat(ended(holds.getFirst())).isTrue();
    }

    @Test
    void a_system_that_refuses_is_asked_once_for_each_busy_time() {
        var asked = new ArrayList<String>();
        var refused = new KeepAwake(
                () -> {
                    asked.add("asked");
                    throw new IOException("no such program");
                },
                busy::get);
        busy.set(true);

        refused.look();
        refused.look();
        refused.look();

        assertThat(asked).hasSize(1);
    }

    @Test
    void a_program_that_is_missing_is_a_refusal() {
        var missing = new KeepAwake(new CommandSleep(List.of("no-such-program-at-all")), () -> true);

        missing.look();
        missing.close();
    }

    private Sleep.Hold hold() throws IOException {
        Sleep.Hold hold = new CommandSleep(List.of("cat")).hold();
        holds.add(hold);
        return hold;
    }

    private static boolean ended(Sleep.Hold hold) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (hold.held() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return !hold.held();
    }
}
