// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.http.DoorKind;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {
    private final OwnNames names = new OwnNames(
            new HomeName("homekeep-k3x7qa"),
            Optional.of(new MachineName("kitchen-pc")),
            List.of(InetAddress.ofLiteral("192.168.1.20"), InetAddress.ofLiteral("fd00::20")));

    @ParameterizedTest
    @EnumSource(DoorKind.class)
    void every_door_answers_to_this_computers_own_names(DoorKind door) {
        assertThat(List.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1"))
                .allMatch(host -> names.ours(door, host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homekeep-k3x7qa.local",
                "homekeep-k3x7qa.home.arpa",
                "kitchen-pc",
                "kitchen-pc.local",
                "192.168.1.20",
                "fd00::20",
                "fd00:0:0:0:0:0:0:20"
            })
    void the_homes_names_are_for_the_doors_to_the_home(String host) {
        assertThat(names.ours(DoorKind.LAN, host)).isTrue();
        assertThat(names.ours(DoorKind.WELCOME, host)).isTrue();
        assertThat(names.ours(DoorKind.LOCAL, host)).isFalse();
        assertThat(names.ours(DoorKind.CONTROL, host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "local",
                "x.homekeep-k3x7qa.local",
                "homekeep-k3x7qa.local.evil.example",
                "192.168.1.21",
                "3232235796",
                "127.1",
                "::",
                "fd00::21",
                ":",
                "1:2:3",
                "fd00::20%eth0"
            })
    void no_door_answers_to_others(String host) {
        for (DoorKind door : DoorKind.values()) {
            assertThat(names.ours(door, host)).as("%s by %s", host, door).isFalse();
        }
    }

    @Test
    void a_new_address_takes_the_old_ones_place() {
        names.refresh(List.of(InetAddress.ofLiteral("10.0.0.5")));

        assertThat(names.ours(DoorKind.LAN, "10.0.0.5")).isTrue();
        assertThat(names.ours(DoorKind.LAN, "192.168.1.20")).isFalse();
        assertThat(names.ours(DoorKind.LAN, "homekeep-k3x7qa.local")).isTrue();
    }

    @Test
    void the_certificate_gets_no_name_that_somebody_may_own() {
        assertThat(names.certificateNames())
                .containsExactly("homekeep-k3x7qa.home.arpa", "homekeep-k3x7qa.local", "kitchen-pc.local");
    }
}
