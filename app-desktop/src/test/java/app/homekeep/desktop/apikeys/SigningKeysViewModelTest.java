// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class SigningKeysViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final SigningKeysViewModel model =
            new SigningKeysViewModel(text, house.source, house.keys, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void with_overlap_the_old_key_retires() {
        model.rotate(false);

        assertThat(house.keys.signingKeys()).extracting(SigningKey::state).containsExactly("active", "retiring");
    }

    @Test
    void at_once_the_old_key_is_gone() {
        model.rotate(true);

        assertThat(house.keys.signingKeys()).extracting(SigningKey::state).containsExactly("active");
        assertThat(notices.allDone()).containsExactly("There is a new signing key, and the old one is void");
    }

    @Test
    void a_key_from_outside_is_not_rotated_here() {
        assertThat(model.rotates()).isTrue();
        house.keys.fixSigningKey();

        model.load();

        assertThat(model.rotates()).isFalse();
    }
}
