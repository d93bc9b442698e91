// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DC-02")
class PersonActionTest {
    private final House house = new House();

    @Test
    void the_owner_is_offered_nothing_that_could_lock_them_out() {
        assertThat(PersonAction.of(house.people.user("maria")))
                .isEqualTo(EnumSet.of(PersonAction.EDIT, PersonAction.RESET_TOTP));
    }

    @Test
    void an_active_account_can_be_blocked_and_not_unblocked() {
        Set<PersonAction> actions = PersonAction.of(house.people.user("ben"));

        assertThat(actions)
                .contains(PersonAction.BLOCK, PersonAction.DEACTIVATE, PersonAction.RESET_PASSWORD)
                .contains(PersonAction.SET_UP_TOTP)
                .doesNotContain(PersonAction.UNBLOCK, PersonAction.RESET_TOTP, PersonAction.INVITE_AGAIN);
    }

    @Test
    void each_state_has_its_way_back() {
        assertThat(PersonAction.of(house.people.user("tom")))
                .contains(PersonAction.UNBLOCK)
                .doesNotContain(PersonAction.BLOCK);
        assertThat(PersonAction.of(house.people.user("guest")))
                .contains(PersonAction.ACTIVATE)
                .doesNotContain(PersonAction.DEACTIVATE);
        assertThat(PersonAction.of(house.people.user("oma"))).contains(PersonAction.INVITE_AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "ben", "oma", "tom", "guest"})
    void everybody_but_the_owner_can_be_deleted(String username) {
        assertThat(PersonAction.of(house.people.user(username))).contains(PersonAction.DELETE, PersonAction.EDIT);
    }
}
