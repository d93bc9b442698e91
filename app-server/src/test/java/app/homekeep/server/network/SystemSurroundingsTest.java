// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemSurroundingsTest {
    @Test
    void a_network_is_its_router_and_its_range() {
        assertThat(links(adapter("eth0", "fd00::20/64", "192.168.1.20/24", "fe80::5/64"), "192.168.1.1"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.gateway()).isEqualTo("192.168.1.1");
                    assertThat(link.prefix()).isEqualTo("192.168.1.0/24");
                    assertThat(link.hardware()).contains("02:00:00:00:00:01");
                    assertThat(link.addresses())
                            .containsExactly(address("192.168.1.20"), address("fd00::20"), address("fe80::5"));
                });
    }

    @Test
    void with_ipv6_alone_it_is_the_range_that_the_home_gave_itself() {
        assertThat(links(adapter("eth0", "fe80::5/64", "2001:db8:1::5/64", "fd00:1::5/64"), "fe80::1"))
                .extracting(Link::gateway, Link::prefix)
                .containsExactly(tuple("fe80::1", "fd00:1::/64"));
    }

    @Test
    void with_public_ipv6_addresses_alone_it_stays_the_same_when_they_change() {
        List<Link> today = links(adapter("eth0", "fe80::5/64", "2001:db8:1::5/64"), "fe80::1");
        List<Link> tomorrow = links(adapter("eth0", "fe80::5/64", "2001:db8:2::5/64"), "fe80::1");

        assertThat(tomorrow).isEqualTo(today);
    }

    @Test
    void a_private_address_makes_a_network_without_a_router_and_a_link_local_one_does_not() {
        assertThat(links(adapter("eth0", "10.0.0.5/8"), ""))
                .extracting(Link::gateway, Link::prefix)
                .containsExactly(tuple("", "10.0.0.0/8"));
        assertThat(links(adapter("eth0", "fe80::5/64"), "")).isEmpty();
        assertThat(links(adapter("eth0", "8.8.8.8/24"), "")).isEmpty();
    }

    @Test
    void a_network_with_public_addresses_is_one_on_which_the_door_opens_nowhere() {
        assertThat(links(adapter("eth0", "8.8.8.8/24"), "8.8.8.1"))
                .singleElement()
                .satisfies(link -> {
                    assertThat(link.prefix()).isEqualTo("8.8.8.0/24");
                    assertThat(link.addresses()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "docker0, docker0",
        "br-1f2e3d4c5b6a, br-1f2e3d4c5b6a",
        "veth12ab34c, veth12ab34c",
        "virbr0, virbr0",
        "eth7, Hyper-V Virtual Ethernet Adapter",
        "eth8, VirtualBox Host-Only Ethernet Adapter"
    })
    void networks_inside_the_computer_do_not_count(String name, String title) {
        var inner = new Adapter(name, title, 1, true, List.of(place("172.17.0.1/16")));

        assertThat(links(inner, "172.17.0.2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tun0, tun0",
        "wg0, wg0",
        "tailscale0, tailscale0",
        "eth9, TAP-Windows Adapter V9",
        "eth10, WireGuard Tunnel"
    })
    void what_is_behind_a_tunnel_has_no_router_and_so_is_no_home_by_itself(String name, String title) {
        assertThat(links(new Adapter(name, title, 1, true, List.of(place("10.8.0.5/24"))), "10.8.0.1"))
                .extracting(Link::gateway, Link::prefix)
                .containsExactly(tuple("", "10.8.0.0/24"));
    }

    @Test
    void a_bridge_with_a_plain_name_is_a_real_network_and_an_adapter_that_is_off_is_none() {
        assertThat(links(adapter("br0", "192.168.1.2/24"), "192.168.1.1")).hasSize(1);
        assertThat(links(new Adapter("eth0", "eth0", 1, false, List.of(place("192.168.1.2/24"))), "192.168.1.1"))
                .isEmpty();
    }

    @Test
    void a_system_that_does_not_tell_is_no_network_that_has_gone() {
        Gateways broken = new Gateways() {
            @Override
            public Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException {
                throw new IOException("not now");
            }

            @Override
            public boolean isQuick() {
                return false;
            }
        };

        assertThat(new SystemSurroundings(List::of, broken).now()).isEmpty();
    }

    @Test
    void this_computer_tells_private_addresses_only() {
        List<Link> here = Surroundings.ofThisSystem().now().orElseThrow();

        assertThat(here)
                .flatExtracting(Link::addresses)
                .allMatch(address -> PrivateRange.NETWORK.stream().anyMatch(range -> range.contains(address)));
    }

    private static List<Link> links(Adapter adapter, String gateway) {
        Gateways gateways = new Gateways() {
            @Override
            public Map<String, List<Gateway>> of(List<Adapter> adapters) {
                return gateway.isEmpty()
                        ? Map.of()
                        : Map.of(
                                adapter.name(),
                                List.of(new Gateway(address(gateway), Optional.of("02:00:00:00:00:01"))));
            }

            @Override
            public boolean isQuick() {
                return true;
            }
        };
        return new SystemSurroundings(() -> List.of(adapter), gateways).now().orElseThrow();
    }

    private static Adapter adapter(String name, String... places) {
        return new Adapter(
                name,
                name,
                1,
                true,
                Stream.of(places).map(SystemSurroundingsTest::place).toList());
    }

    private static Adapter.Place place(String text) {
        String[] parts = text.split("/");
        return new Adapter.Place(address(parts[0]), Integer.parseInt(parts[1]));
    }

    private static InetAddress address(String text) {
        return InetAddress.ofLiteral(text);
    }
}
