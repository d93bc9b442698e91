// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.kit.SpaceLevel;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.model.space.SpaceRights;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class InviteViewModelTest {
    private final House house = new House();
    private final List<CreatedInvite> shown = new ArrayList<>();
    private final InviteViewModel model = new InviteViewModel(
            new Text(Language.ENGLISH), house.requests, house.background, house.clock, house.spaces.shared());

    @Test
    void an_invite_has_the_name_the_role_and_the_end_that_were_chosen() {
        model.name.value.set(" Uncle Joe ");
        model.role.set("viewer");
        model.expiry.set(Expiry.DAY);

        model.send(shown::add);

        assertThat(shown).hasSize(1);
        assertThat(house.requests.invites().getLast()).satisfies(invite -> {
            assertThat(invite.name()).isEqualTo("Uncle Joe");
            assertThat(invite.role()).isEqualTo("viewer");
            assertThat(invite.expiresAt()).isEqualTo(house.clock.instant().plus(Duration.ofDays(1)));
        });
    }

    @Test
    @Tag("LF-09")
    void it_brings_along_the_spaces_that_were_chosen() {
        model.levels.forEach((space, level) -> {
            if (space.name().equals("Family photos")) {
                level.set(SpaceLevel.ADD);
            }
        });

        model.send(shown::add);

        assertThat(house.requests.sent())
                .satisfies(invite -> assertThat(invite.spaces()).singleElement().satisfies(grant -> {
                    assertThat(grant.space()).isEqualTo("s1");
                    assertThat(grant.permissions()).isEqualTo(SpaceRights.ADD);
                }));
    }

    @Test
    void it_may_be_for_whoever_gets_it() {
        model.send(shown::add);

        assertThat(house.requests.invites().getLast().name()).isNull();
    }

    @Test
    void a_name_too_long_is_not_sent() {
        model.name.value.set("x".repeat(65));

        model.send(shown::add);

        assertThat(model.name.problem.get()).contains("64");
        assertThat(house.requests.invites()).hasSize(3);
        model.name.value.set("x");
        assertThat(model.name.problem.get()).isEmpty();
    }

    @Test
    void a_refusal_stays_in_the_form_until_the_next_try() {
        house.requests.failWith(new AdminProblem("forbidden", "Not now."));
        model.send(shown::add);
        assertThat(model.state.refusal().get()).isNotEmpty();
        assertThat(model.state.busy().get()).isFalse();

        house.requests.recover();
        model.send(shown::add);

        assertThat(model.state.refusal().get()).isEmpty();
        assertThat(shown).hasSize(1);
    }
}
