// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivateAddressesTest {
    @Test
    void the_likeliest_address_comes_first_whatever_the_order_they_are_told_in() {
        List<InetAddress> found = among("fd00::20", "10.1.2.3", "192.168.1.20", "192.168.1.7", "169.254.3.4");

        assertThat(found)
                .isEqualTo(among("169.254.3.4", "192.168.1.7", "192.168.1.20", "10.1.2.3", "fd00::20"))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("192.168.1.7", "192.168.1.20", "10.1.2.3", "fd00:0:0:0:0:0:0:20", "169.254.3.4");
    }

    @Test
    void public_addresses_are_not_told() {
        assertThat(among("8.8.8.8", "2001:db8::1", "172.32.0.1")).isEmpty();
    }

    @Test
    void the_zone_of_an_address_can_be_cut() throws UnknownHostException {
        byte[] bytes = InetAddress.ofLiteral("fe80::1").getAddress();

        InetAddress cut = PrivateAddresses.withoutZone(Inet6Address.getByAddress("", bytes, 3));

        assertThat(cut.getHostAddress()).isEqualTo("fe80:0:0:0:0:0:0:1");
    }

    private static List<InetAddress> among(String... addresses) {
        return PrivateAddresses.among(Stream.of(addresses).map(InetAddress::ofLiteral));
    }
}
