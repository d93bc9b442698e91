// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("LN-05")
class AddressKeyTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.20, 192.168.1.20",
        "fd00:1:2:3:4:5:6:7, fd00:1:2:3::/64",
        "fd00:1:2:3::, fd00:1:2:3::/64",
        "fe80::1, fe80:0:0:0::/64",
        "::1, 0:0:0:0::/64",
        "-, -",
        "no:address, no:address"
    })
    void a_network_of_ipv6_is_one_address(String address, String key) {
        assertThat(AddressKey.of(address)).isEqualTo(key);
    }
}
