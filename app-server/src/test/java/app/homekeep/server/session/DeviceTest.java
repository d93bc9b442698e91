// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("FT-07")
class DeviceTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1 | iPhone | Safari 18
            Mozilla/5.0 (iPad; CPU OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.7390.26 Mobile/15E148 Safari/604.1 | iPad | Chrome 141
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 | Android phone | Chrome 141
            Mozilla/5.0 (Linux; Android 14; SM-X910) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Safari/537.36 | Samsung tablet | Samsung Internet 27
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0 | Windows computer | Edge 141
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0 | Windows computer | Firefox 140
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15 | Mac | Safari 17
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36 | Linux computer | Chrome 156
            Mozilla/5.0 (Linux; Android 14; Pixel 8 Pro) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.43 Mobile Safari/537.36 | Pixel 8 Pro | Chrome 120
            Mozilla/5.0 (Linux; Android 13; moto g power Build/T1TR33; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36 | moto g power | Chrome 119
            Mozilla/5.0 (Linux; Android 14; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36 | Samsung phone | Samsung Internet 23
            Mozilla/5.0 (Linux; Android 12; CPH2451) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36 | Android phone | Chrome 120
            Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0 | Android phone | Firefox 140
            Mozilla/5.0 (Android 14; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0 | Android tablet | Firefox 140
            Mozilla/5.0 (SMART-TV; LINUX; Tizen 7.0) AppleWebKit/537.36 (KHTML, like Gecko) 94.0.4606.31/7.0 TV Safari/537.36 | Samsung TV | Unknown browser
            Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/94.0.4606.128 Safari/537.36 | LG TV | Chrome 94
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; Xbox; Xbox Series X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0 | Xbox | Edge 120
            curl/8.5.0 | Command line | curl 8
            something nobody has heard of | Unknown device | Unknown browser
            """)
    void a_browser_is_called_what_a_person_would_call_it(String userAgent, String name, String browser) {
        assertThat(Device.of(Optional.empty(), Optional.of(userAgent))).isEqualTo(new Device(name, browser));
    }

    @Test
    void the_name_a_person_chose_wins() {
        Device device = Device.of(Optional.of("Anna's Pixel"), Optional.of("curl/8.5.0"));

        assertThat(device).isEqualTo(new Device("Anna's Pixel", "curl 8"));
    }

    @Test
    void a_browser_that_says_nothing_is_a_device_all_the_same() {
        assertThat(Device.of(Optional.empty(), Optional.empty()))
                .isEqualTo(new Device("Unknown device", "Unknown browser"));
    }
}
