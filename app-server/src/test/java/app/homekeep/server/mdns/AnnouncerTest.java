// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Real packets to the multicast group, on the loopback interface.
class AnnouncerTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Tag("DC-06")
    @Test
    void the_name_is_heard_while_it_is_announced_and_not_when_it_is_withdrawn() throws Exception {
        String label = "homekeep-" + Long.toString(ProcessHandle.current().pid(), 36);
        var changed = new CountDownLatch(1);
        try (var announcer = new Announcer(Optional.empty(), changed::countDown)) {
            announcer.want(new Announcement(true, label, "Olga's home", 8443, List.of(HERE)));

            assertThat(changed.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(announcer.heard()).contains(label + ".local");
            assertThat(NameQuery.hears(label + ".local", HERE, SECOND)).isTrue();
            assertThat(NameQuery.hears("homekeep-nobody.local", HERE, SECOND)).isFalse();

            announcer.want(new Announcement(false, label, "Olga's home", 8443, List.of(HERE)));
            announcer.settled().get();

            assertThat(announcer.due())
                    .as("listens for the one and no more for the other")
                    .isEqualTo(1);
        }
        assertThat(NameQuery.hears(label + ".local", HERE, SECOND)).isFalse();
    }

    @Test
    void an_announcer_that_announces_nothing_ends_at_once_and_twice() {
        var announcer = new Announcer(Optional.of("kitchen.local"), () -> {});

        announcer.close();
        announcer.close();
        announcer.want(new Announcement(true, "homekeep-abc123", "Late", 8443, List.of(HERE)));

        assertThat(announcer.heard()).isEmpty();
    }

    @Test
    void an_address_that_has_gone_is_no_name() {
        assertThat(NameQuery.hears("homekeep-abc123.local", InetAddress.ofLiteral("192.0.2.77"), SECOND))
                .isFalse();
    }
}
