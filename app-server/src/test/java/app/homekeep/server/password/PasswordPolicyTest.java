// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.Invalid;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LN-02")
class PasswordPolicyTest {
    private final PasswordPolicy policy = new PasswordPolicy(() -> 12, new CommonPasswords());

    @ParameterizedTest
    @ValueSource(strings = {"plum tree in the rain", "Zwölf Boxkämpfer", "vGk3-9sQ_x2Lw", "私の家は青い屋根があります"})
    void a_long_password_that_is_nobodys_first_guess_is_good_enough(String password) {
        assertThatCode(() -> policy.check("password", password, List.of("anna", "Home")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh0rt",
                "elevenchars",
                "password1234",
                "Password12345!!",
                "PASSWORDPASSWORD",
                "qwertyuiop123",
                "aaaaaaaaaaaaaaa",
                "ababababababab",
                "annagreta2024"
            })
    void a_short_or_well_known_or_repeating_one_is_not(String password) {
        Invalid why = catchThrowableOfType(
                Invalid.class, () -> policy.check("password", password, List.of("annagreta", "Home")));

        assertThat(why.field()).isEqualTo("password");
        assertThat(why.why()).endsWith(".").doesNotContain(password);
    }

    @Test
    void characters_are_counted_as_a_person_would() {
        var twelve = "🏠🔑🌳🐈🐕🍎🍐🍒🍓🥝🍌🍇";

        assertThatCode(() -> policy.check("password", twelve, List.of())).doesNotThrowAnyException();
    }

    @Test
    void no_setting_goes_below_eight() {
        var lax = new PasswordPolicy(() -> 3, new CommonPasswords());

        assertThat(lax.shortest()).isEqualTo(8);
        assertThat(catchThrowableOfType(Invalid.class, () -> lax.check("password", "xk3-9sQ", List.of())))
                .isNotNull();
    }
}
