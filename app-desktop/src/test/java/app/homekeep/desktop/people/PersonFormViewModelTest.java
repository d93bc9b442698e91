// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class PersonFormViewModelTest {
    private static final String SECRET = "violet anchor tundra spoon";

    private final House house = new House();
    private final List<String> done = new ArrayList<>();

    @Test
    void an_account_is_made_by_hand() {
        PersonFormViewModel form = form(Optional.empty());
        form.username.value.set("ida");
        form.displayName.value.set("Ida");
        form.password.value.set(SECRET);
        form.role.set("viewer");

        form.send(done::add);

        assertThat(house.people.user("ida").role()).isEqualTo("viewer");
        assertThat(done).containsExactly("Ida");
        assertThat(form.password.value.get()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        PersonFormViewModel form = form(Optional.empty());
        form.username.value.set("a b");
        form.displayName.value.set("x".repeat(65));
        form.password.value.set("short");

        form.send(done::add);

        assertThat(form.username.problem.get()).isNotEmpty();
        assertThat(form.displayName.problem.get()).isNotEmpty();
        assertThat(form.password.problem.get()).contains("12");
        assertThat(done).isEmpty();
    }

    @Test
    void a_password_that_is_the_name_is_easy_to_guess() {
        PersonFormViewModel form = form(Optional.empty());
        form.username.value.set("hildegard");
        form.password.value.set("hildegardhildegard");

        form.send(done::add);

        assertThat(form.password.problem.get()).isNotEmpty();
    }

    @Test
    void a_name_that_is_taken_is_said_in_the_form() {
        PersonFormViewModel form = form(Optional.empty());
        form.username.value.set("anna");
        form.password.value.set(SECRET);

        form.send(done::add);

        assertThat(form.state.refusal().get()).contains("account of that name");
        assertThat(done).isEmpty();
    }

    @Test
    void only_what_was_changed_is_sent() {
        PersonFormViewModel form = form(Optional.of(house.people.user("ben")));
        form.displayName.value.set("Benjamin");
        form.role.set("admin");

        form.send(done::add);

        assertThat(house.people.user("ben").displayName()).isEqualTo("Benjamin");
        assertThat(house.people.user("ben").role()).isEqualTo("admin");
    }

    @Test
    void the_owner_is_renamed_and_stays_the_owner() {
        PersonFormViewModel form = form(Optional.of(house.people.user("maria")));
        assertThat(form.choosesRole()).isFalse();
        form.displayName.value.set("Mia");

        form.send(done::add);

        assertThat(house.people.user("maria").displayName()).isEqualTo("Mia");
        assertThat(house.people.user("maria").role()).isEqualTo("owner");
    }

    @Test
    void somebody_who_has_a_name_keeps_one() {
        PersonFormViewModel form = form(Optional.of(house.people.user("ben")));
        form.displayName.value.set(" ");

        form.send(done::add);

        assertThat(form.displayName.problem.get()).isNotEmpty();
        assertThat(house.people.user("ben").displayName()).isEqualTo("Ben");
    }

    private PersonFormViewModel form(Optional<User> before) {
        return new PersonFormViewModel(new Text(Language.ENGLISH), house.people, house.background, before);
    }
}
