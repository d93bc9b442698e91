// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    private static final Seed RFC = new Seed("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /// RFC 6238, appendix B, the last six digits.
    @ParameterizedTest
    @Tag("FT-06")
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_rfc(long time, String code) {
        assertThat(RFC.step(code, Instant.ofEpochSecond(time))).hasValue(time / 30);
    }

    @Test
    void the_text_form_is_base32_without_padding() {
        assertThat(RFC.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @RepeatedTest(20)
    @Tag("FT-06")
    void another_makers_authenticator_shows_the_same_codes() {
        Seed seed = Seed.random(new SecureRandom());
        Instant now = Instant.now();

        assertThat(seed.step(Authenticator.oath(seed.base32(), now), now)).hasValue(now.getEpochSecond() / 30);
    }

    @ParameterizedTest
    @Tag("FT-06")
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void a_clock_may_be_one_step_off_and_no_more(int steps, boolean taken) {
        Instant now = Instant.ofEpochSecond(1_800_000_000);
        String code = Authenticator.oath(RFC.base32(), now.plusSeconds(30L * steps));

        assertThat(RFC.step(code, now)).isEqualTo(taken ? OptionalLong.of(60_000_000 + steps) : OptionalLong.empty());
    }

    @Test
    void a_seed_never_says_itself() {
        assertThat(RFC.toString()).isEqualTo("Seed");
    }
}
