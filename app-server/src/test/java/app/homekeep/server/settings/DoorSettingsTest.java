// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Invalid;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorSettingsTest {
    private static void refused(Setting<?> setting, String value, String says) {
        assertThatThrownBy(() -> setting.read(List.of(value))).isInstanceOfSatisfying(Invalid.class, wrong -> {
            assertThat(wrong.field()).isEqualTo(setting.name());
            assertThat(wrong.why()).contains(says);
        });
    }

    @Tag("FO-05")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://photos.example.org | https://photos.example.org",
                "https://Photos.Example.org:8443 | https://photos.example.org:8443",
                "https://photos.example.org:443 | https://photos.example.org",
                "https://192.168.1.5 | https://192.168.1.5",
                "https://[fd00::1]:8443 | https://[fd00::1]:8443",
            })
    void an_exact_origin_is_taken_as_browsers_write_it(String given, String kept) {
        assertThat(DoorSettings.CORS_ORIGINS.read(List.of(given))).containsExactly(kept);
    }

    @Tag("FO-05")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | any site",
                "https://* | any site",
                "https://*.example.org | any site",
                "null | anybody can make",
                "NULL | anybody can make",
                "http://photos.example.org | plain HTTP",
                "photos.example.org | https://",
                "file:///x | https://",
                "https://photos.example.org/ | last slash",
                "https://photos.example.org/app | path",
                "https://photos.example.org?a=b | path",
                "https://photos.example.org#a | path",
                "https://anna@photos.example.org | user name",
                "https://anna:secret@photos.example.org | user name",
                "https:// | no origin",
                "https://:8443 | no origin",
                "https://a b | no origin",
                "https://photos.example.org:0 | no origin",
                "https://photos.example.org:70000 | no origin",
                "https://under_score.example | no origin",
            })
    void everything_else_is_refused_with_the_reason(String given, String says) {
        refused(DoorSettings.CORS_ORIGINS, given, says);
    }

    @Tag("LF-11")
    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.5", "10.0.0.0/8", "fd00::/16", "::1", "127.0.0.1", "203.0.113.0/24"})
    void proxies_are_addresses_and_ranges(String range) {
        assertThat(DoorSettings.TRUSTED_PROXIES.read(List.of(range, range))).containsExactly(range);
    }

    @Tag("LF-11")
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, too wide",
        "::/0, too wide",
        "0.0.0.0/1, too wide",
        "128.0.0.0/1, too wide",
        "2000::/3, too wide",
        "10.0.0.1/8, no range",
        "10.0.0.0/33, no range",
        "proxy.example.org, no address",
        "*, no address",
        "fe80::1%eth0, no address",
    })
    void a_proxy_that_is_everybody_or_nobody_is_refused(String range, String says) {
        refused(DoorSettings.TRUSTED_PROXIES, range, says);
    }

    @Tag("LF-11")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.example.org",
                "https://a.example",
                "a.example:8443",
                "a.example/x",
                "a_b.example",
                "-a.example",
                "10.0.0.1",
                "[::1]",
                "a..example",
                "a.example.",
                "ä.example"
            })
    void a_name_is_a_host_and_nothing_more(String name) {
        refused(DoorSettings.PROXY_NAMES, name, "");
    }

    @Test
    void names_are_kept_in_lower_case() {
        assertThat(DoorSettings.PROXY_NAMES.read(List.of("Files.Example.org", "nas")))
                .containsExactly("files.example.org", "nas");
    }

    @Test
    void a_list_is_a_list_of_texts_and_not_too_long() {
        Setting<?> setting = DoorSettings.PROXY_NAMES;

        assertThat(setting.read(List.of())).isEqualTo(List.of());
        assertThatThrownBy(() -> setting.read("nas")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> setting.read(List.of(1L))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> setting.read(List.of(" "))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> setting.read(Collections.nCopies(33, "nas"))).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> setting.read(null)).isInstanceOf(Invalid.class);
    }
}
