// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeNameTest {
    @TempDir
    Path data;

    @Test
    void a_name_is_made_once_and_kept() {
        HomeName made = HomeName.open(data.resolve("name"), new SecureRandom());

        assertThat(made.local()).matches("homekeep-[a-z2-7]{6}\\.local");
        assertThat(made.homeArpa()).isEqualTo(made.label() + ".home.arpa");
        assertThat(HomeName.open(data.resolve("name"), new SecureRandom())).isEqualTo(made);
    }

    @Test
    void two_homes_have_two_names() {
        assertThat(HomeName.open(data.resolve("one"), new SecureRandom()))
                .isNotEqualTo(HomeName.open(data.resolve("two"), new SecureRandom()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "homekeep-", "www.example.org", "homekeep-ABCDEF", "homekeep-abcdef\nhomekeep-abcdef"})
    void a_damaged_name_is_not_replaced_by_another(String content) throws IOException {
        Path file = Files.writeString(data.resolve("name"), content);

        assertThatThrownBy(() -> HomeName.open(file, new SecureRandom()))
                .isInstanceOf(StartRefused.class)
                .hasFieldOrPropertyWithValue("code", "home_name_damaged");

        assertThat(file).hasContent(content);
    }

    @ParameterizedTest
    @CsvSource({"Kitchen-PC,kitchen-pc", "nas.example.org,nas", "'pc\n',pc"})
    void a_computers_name_is_one_label(String hostname, String label) {
        assertThat(MachineName.of(hostname)).contains(new MachineName(label));
        assertThat(new MachineName(label).local()).isEqualTo(label + ".local");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost.localdomain", "1234", "Annas PC", "-x", "büro"})
    void a_computers_name_that_works_in_no_address_is_none(String hostname) {
        assertThat(MachineName.of(hostname)).isEmpty();
    }
}
