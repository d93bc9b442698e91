// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.network.LocalAddresses.Adapter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalAddressesTest {
    @Test
    void the_likeliest_address_comes_first_whatever_the_order_of_the_adapters() {
        Adapter cable = adapter("eth0", "fd00::20", "10.1.2.3", "192.168.1.20");
        Adapter wireless = adapter("wlan0", "192.168.1.7", "169.254.3.4");

        List<InetAddress> found = LocalAddresses.among(Stream.of(cable, wireless));

        assertThat(found)
                .isEqualTo(LocalAddresses.among(Stream.of(wireless, cable)))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("192.168.1.7", "192.168.1.20", "10.1.2.3", "fd00:0:0:0:0:0:0:20", "169.254.3.4");
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
        var inner = new Adapter(name, title, true, List.of(InetAddress.ofLiteral("172.17.0.1")));

        assertThat(LocalAddresses.among(Stream.of(inner))).isEmpty();
    }

    @Test
    void a_bridge_with_a_plain_name_is_a_real_network() {
        assertThat(LocalAddresses.among(Stream.of(adapter("br0", "192.168.1.2"))))
                .hasSize(1);
    }

    @Test
    void an_adapter_that_is_off_does_not_count() {
        var off = new Adapter("eth0", "eth0", false, List.of(InetAddress.ofLiteral("192.168.1.2")));

        assertThat(LocalAddresses.among(Stream.of(off))).isEmpty();
    }

    @Test
    void public_addresses_are_not_told() {
        assertThat(LocalAddresses.among(Stream.of(adapter("eth0", "8.8.8.8", "2001:db8::1", "172.32.0.1"))))
                .isEmpty();
    }

    @Test
    void the_zone_of_an_address_is_cut() throws UnknownHostException {
        byte[] bytes = InetAddress.ofLiteral("fe80::1").getAddress();
        var zoned = new Adapter("eth0", "eth0", true, List.of(Inet6Address.getByAddress("", bytes, 3)));

        assertThat(LocalAddresses.among(Stream.of(zoned)))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("fe80:0:0:0:0:0:0:1");
    }

    @Test
    void this_computer_tells_private_addresses_only() {
        assertThat(LocalAddresses.read())
                .allMatch(address -> PrivateRange.NETWORK.stream().anyMatch(range -> range.contains(address)));
    }

    private static Adapter adapter(String name, String... addresses) {
        return new Adapter(
                name,
                name,
                true,
                Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    }
}
