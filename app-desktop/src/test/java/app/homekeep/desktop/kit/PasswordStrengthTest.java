// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordStrengthTest {
    @Test
    void less_than_twelve_characters_are_too_short() {
        assertThat(PasswordStrength.of("x7!pQ_9zR#a", List.of())).isEqualTo(PasswordStrength.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"passwordpassword", "aaaaaaaaaaaaaaaa", "123456789012", "abcdefghijklmnop", "lindenhof1234"})
    void what_is_tried_first_is_easy(String password) {
        assertThat(PasswordStrength.of(password, List.of("Lindenhof"))).isEqualTo(PasswordStrength.EASY);
    }

    @Test
    void four_unusual_words_are_strong() {
        assertThat(PasswordStrength.of("violet anchor tundra spoon", List.of("maria")))
                .isEqualTo(PasswordStrength.STRONG);
    }
}
