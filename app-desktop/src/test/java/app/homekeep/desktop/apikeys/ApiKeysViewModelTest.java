// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.apikey.NewApiKey;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class ApiKeysViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final ApiKeysViewModel model =
            new ApiKeysViewModel(text, house.source, house.keys, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void a_key_that_is_made_elsewhere_appears_with_the_event() {
        assertThat(model.count()).isEqualTo(2);
        house.keys.create(new NewApiKey("New", Set.of(Permission.FILE_READ), null));

        house.events.happen(AdminEvents.API_KEYS_CHANGED);

        assertThat(model.count()).isEqualTo(3);
    }

    @Test
    void one_key_is_revoked() {
        model.revoke(house.keys.keys().getFirst());

        assertThat(house.keys.keys())
                .singleElement()
                .satisfies(key -> assertThat(key.name()).isEqualTo("Scanner"));
        assertThat(notices.allDone()).containsExactly("The key Backup of the NAS is revoked");
    }

    @Test
    void all_keys_are_revoked_also_one_that_was_not_on_screen_yet() {
        house.keys.create(new NewApiKey("New", Set.of(Permission.FILE_READ), null));

        model.revokeAll();

        assertThat(house.keys.keys()).isEmpty();
        assertThat(model.count()).isZero();
    }

    @Test
    void a_refusal_is_told() {
        house.keys.failWith(new AdminProblem("forbidden", "No."));

        model.revokeAll();

        assertThat(notices.problems()).hasSize(1);
    }
}
