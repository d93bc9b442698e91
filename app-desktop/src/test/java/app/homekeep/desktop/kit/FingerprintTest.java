// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LF-12")
class FingerprintTest {
    @Test
    void a_fingerprint_is_compared_in_eight_groups() {
        String shown = Fingerprint.grouped("0123456789abcdef".repeat(4));

        assertThat(shown.split("[ \n]")).hasSize(8).allMatch(group -> group.length() == 8);
        assertThat(shown).isUpperCase();
    }

    @Test
    void a_certificate_is_amber_under_thirty_days_and_red_under_seven() {
        assertThat(DaysLeft.tone(30)).isEqualTo(Badge.Tone.GOOD);
        assertThat(DaysLeft.tone(29)).isEqualTo(Badge.Tone.WARN);
        assertThat(DaysLeft.tone(7)).isEqualTo(Badge.Tone.WARN);
        assertThat(DaysLeft.tone(6)).isEqualTo(Badge.Tone.BAD);
        assertThat(DaysLeft.tone(-1)).isEqualTo(Badge.Tone.BAD);
    }
}
