// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LN-03")
class UsernamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"anna", "ANNA", "Anna", " anna ", "ａｎｎａ", "𝐚𝐧𝐧𝐚", "aNnA"})
    void however_it_is_written_it_is_the_same_account(String name) {
        assertThat(Usernames.folded(name)).isEqualTo("anna");
    }

    @Test
    void letters_that_only_look_alike_are_another_account() {
        assertThat(Usernames.folded("аnna")).as("with a Cyrillic a").isNotEqualTo("anna");
    }

    @Test
    void sharp_s_and_two_s_are_the_same() {
        assertThat(Usernames.folded("Weiß")).isEqualTo(Usernames.folded("WEISS"));
    }
}
