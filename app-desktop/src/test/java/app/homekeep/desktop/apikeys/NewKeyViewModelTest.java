// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Permission;
import app.homekeep.model.apikey.CreatedApiKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class NewKeyViewModelTest {
    private final House house = new House();
    private final List<CreatedApiKey> shown = new ArrayList<>();
    private final NewKeyViewModel model =
            new NewKeyViewModel(new Text(Language.ENGLISH), house.keys, house.background, house.clock);

    @Test
    void a_key_has_just_the_rights_that_were_ticked() {
        model.name.value.set("NAS");
        model.allow(Permission.FILE_UPLOAD, true);
        model.allow(Permission.FILE_READ, false);
        model.lifetime.set(Lifetime.MONTH);

        model.send(shown::add);

        assertThat(shown).singleElement().satisfies(key -> {
            assertThat(key.permissions()).containsExactly(Permission.FILE_UPLOAD);
            assertThat(key.expiresAt()).isEqualTo(house.clock.instant().plus(Duration.ofDays(30)));
        });
    }

    @Test
    void a_key_may_have_no_end() {
        model.name.value.set("NAS");
        model.lifetime.set(Lifetime.EVER);

        model.send(shown::add);

        assertThat(shown.getFirst().expiresAt()).isNull();
    }

    @Test
    void a_key_needs_a_name_and_a_right() {
        model.allow(Permission.FILE_READ, false);

        model.send(shown::add);

        assertThat(model.name.problem.get()).isNotEmpty();
        assertThat(model.permissionsProblem.get()).isNotEmpty();
        assertThat(shown).isEmpty();
    }

    @Test
    void no_key_is_offered_a_right_to_manage() {
        assertThat(NewKeyViewModel.choices()).isNotEmpty().noneMatch(Permission::manages);
    }
}
