// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "10.0.0.7, 10.0.0.7",
        "::1, ::1",
        "::, ::",
        "fd00:0:0:0:0:0:0:2, fd00::2",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:fc:ff:fe00:1, fe80::fc:ff:fe00:1",
        "1:2:3:4:5:6:0:0, 1:2:3:4:5:6::"
    })
    void an_address_is_written_as_people_read_it(String given, String text) {
        InetAddress address = InetAddress.ofLiteral(given);

        assertThat(AddressText.of(address)).isEqualTo(text);
        assertThat(InetAddress.ofLiteral(AddressText.of(address))).isEqualTo(address);
    }
}
