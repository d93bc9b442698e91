// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FO-01")
class KeyTextTest {
    @Test
    void a_key_is_prefix_id_and_secret_and_reads_back() {
        KeyText key = KeyText.random("0199abc", new SecureRandom());

        assertThat(key.text()).matches("hk_0199abc_[a-z0-9]{40,50}");
        assertThat(KeyText.parse(key.text())).contains(key);
    }

    @Test
    void two_keys_share_no_secret_and_a_printed_one_shows_none() {
        KeyText one = KeyText.random("a", new SecureRandom());
        KeyText other = KeyText.random("a", new SecureRandom());

        assertThat(one.secret()).isNotEqualTo(other.secret());
        assertThat(one.hash()).hasSize(32).isNotEqualTo(other.hash());
        assertThat(one.toString()).isEqualTo("hk_a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hk_",
                "hk__",
                "hk_a",
                "hk_a_",
                "hk__b",
                "HK_a_b",
                "hk_A_b",
                "hk_a_B",
                "hk_a_b_c",
                " hk_a_b",
                "hk_a_b\n",
                "hk_a_\u00e9",
                "hk_a-b_c",
                "xhk_a_b"
            })
    void what_is_no_key_is_nothing(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }
}
