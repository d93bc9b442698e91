// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.network.KnownNetwork.Standing;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanPlanTest {
    private static final Present HOME = present(Standing.HOME, "192.168.1.20", "fd00::20");
    private static final Present CAFE = present(Standing.UNKNOWN, "10.0.0.7");
    private static final Present OFFICE = present(Standing.AWAY, "10.1.0.7");

    @Test
    void the_door_opens_to_the_addresses_of_home_networks_alone() {
        assertThat(plan(wanted(false, false, true), CAFE, HOME, OFFICE)).isEqualTo(open("192.168.1.20", "fd00::20"));
    }

    @Test
    void on_no_network_it_opens_to_this_computer_and_on_foreign_ones_alone_not_at_all() {
        assertThat(plan(wanted(false, false, true))).isEqualTo(open());
        assertThat(plan(wanted(false, false, true), CAFE)).isEqualTo(closed(ClosedBecause.NOT_HOME));
        assertThat(plan(wanted(false, false, true), OFFICE)).isEqualTo(closed(ClosedBecause.NOT_HOME));
    }

    @Test
    void the_command_line_is_stronger_than_a_lockdown_and_that_than_the_setting() {
        assertThat(plan(wanted(true, true, false), HOME)).isEqualTo(closed(ClosedBecause.COMMAND_LINE));
        assertThat(plan(wanted(true, false, true), HOME)).isEqualTo(closed(ClosedBecause.COMMAND_LINE));
        assertThat(plan(wanted(false, true, true), HOME)).isEqualTo(closed(ClosedBecause.LOCKDOWN));
        assertThat(plan(wanted(false, true, false), HOME)).isEqualTo(closed(ClosedBecause.LOCKDOWN));
        assertThat(plan(wanted(false, false, false), HOME)).isEqualTo(closed(ClosedBecause.SETTING));
    }

    private static LanPlan plan(Switches wanted, Present... present) {
        return LanPlan.of(wanted, List.of(present));
    }

    private static LanPlan open(String... addresses) {
        return new LanPlan.Open(addresses(addresses));
    }

    private static LanPlan closed(ClosedBecause why) {
        return new LanPlan.Closed(why);
    }

    private static Switches wanted(boolean noLan, boolean lockedDown, boolean open) {
        return new Switches(noLan, lockedDown, open, 8443, 8081, true, "Home");
    }

    private static Present present(Standing standing, String... addresses) {
        return new Present(
                new Link("", standing.wire(), Optional.empty(), addresses(addresses)),
                Optional.of(standing.wire()),
                standing);
    }

    private static List<InetAddress> addresses(String... texts) {
        return Stream.of(texts).map(InetAddress::ofLiteral).toList();
    }
}
