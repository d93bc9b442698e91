// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ManagePageTest extends BrowserTest {
    private static final String PASSWORD = Home.PASSWORD;
    private static final String NEW_PASSWORD = "seven geese over the dyke";

    @Test
    @Tag("FT-08")
    void members_are_shown_no_way_to_manage_and_admins_without_a_second_factor_are_told_to_set_one_up() {
        home().addUser("anna", "user");
        home().addUser("adam", "admin");

        Visitor anna = visitor().open("/").signIn("anna", Home.USER_PASSWORD);
        assertThat(anna.link("My account")).isVisible();
        assertThat(anna.link("Manage")).hasCount(0);
        Visitor adam = visitor().open("/").signIn("adam", Home.USER_PASSWORD);
        adam.link("Manage").click();

        assertThat(adam.heading("Set up a second factor first")).isVisible();
        adam.link("To my account").click();
        assertThat(adam.page().locator("#totp-set-up")).isVisible();
    }

    @Test
    @Tag("FO-01")
    void an_invite_is_made_with_a_link_that_lets_somebody_in() {
        Visitor olga = managing();

        olga.page().locator("#invite").click();
        olga.page().locator("#invite-name").fill("Anna");
        olga.button("Make the invite").click();
        String url = olga.page().locator("#link-to-give").textContent();
        assertThat(olga.page().locator(".once img.qr")).isVisible();
        assertThat(olga.page().locator("homekeep-invites .row-name")).hasText("Anna");

        Visitor anna = visitor().open("/invite" + url.substring(url.indexOf('#')));
        anna.page().locator("#username").fill("anna");
        anna.page().locator("#password").fill(NEW_PASSWORD);
        anna.button("Accept the invite").click();
        anna.button("Later").click();
        assertThat(anna.heading("My files")).isVisible();
    }

    @Test
    @Tag("FO-02")
    void somebody_is_added_given_a_role_blocked_and_let_in_again() {
        Visitor olga = managing();
        olga.page().locator("#add").click();
        olga.page().locator("#add-username").fill("ben");
        olga.page().locator("#add-password").fill(NEW_PASSWORD);
        olga.button("Make the account").click();
        Visitor ben = visitor().open("/").signIn("ben", NEW_PASSWORD);

        person(olga, "ben").click();
        olga.page().locator("#person-role").selectOption(new SelectOption().setValue("viewer"));
        olga.button("Save").click();
        assertThat(olga.page().getByText("Saved", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)))
                .isVisible();
        olga.page().locator("#block").click();
        olga.dialog()
                .getByText("Block", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(ben.reason()).isVisible();
        ben.fillIn("ben", NEW_PASSWORD);
        assertThat(ben.page().locator(".note.danger")).containsText("This account is blocked.");

        olga.page().locator("#unblock").click();
        assertThat(olga.page().locator("#block")).isVisible();
        ben.signIn("ben", NEW_PASSWORD);
    }

    @Test
    @Tag("FO-02")
    void deactivating_and_deleting_ask_first_and_say_what_becomes_of_the_files() {
        home().addUser("ben", "user");
        Visitor olga = managing();
        person(olga, "ben").click();

        olga.page().locator("#deactivate").click();
        olga.dialog()
                .getByText("Deactivate", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(olga.page().locator("#activate")).isVisible();
        olga.page().locator("#delete").click();
        olga.dialog().getByLabel("are deleted with the account").check();
        olga.dialog().locator("button[type=submit]").click();

        assertThat(olga.page().locator("#invite")).isVisible();
        assertThat(person(olga, "ben")).hasCount(0);
    }

    @Test
    @Tag("LF-05")
    void a_request_for_a_new_password_is_answered_with_a_code_that_is_shown_once() {
        home().addUser("ben", "user");
        Visitor ben = visitor().open("/forgot");
        ben.page().locator("#username").fill("ben");
        ben.button("Tell the owner").click();
        assertThat(ben.page().locator(".note")).isVisible();
        Visitor olga = managing();

        olga.link("Requests").click();
        olga.page().getByLabel("Make a code for ben").click();
        String code = olga.page().locator("#reset-code").textContent();
        olga.page().reload();
        assertThat(olga.page().locator("homekeep-requests")).isVisible();
        assertThat(olga.page().locator("#reset-code")).hasCount(0);

        ben.open("/reset#" + code);
        ben.page().locator("#username").fill("ben");
        ben.page().locator("#password").fill(NEW_PASSWORD);
        ben.button("Set new password").click();
        assertThat(ben.page().getByText("Your new password is set.")).isVisible();
    }

    @Test
    @Tag("FO-02")
    void a_registration_is_accepted_with_a_role() {
        home().set("{\"registration\":\"request\"}");
        Visitor ben = visitor().open("/register");
        ben.page().locator("#username").fill("ben");
        ben.page().locator("#password").fill(NEW_PASSWORD);
        ben.button("Ask the owner").click();
        assertThat(ben.page().locator(".note")).isVisible();
        Visitor olga = managing();

        olga.link("Requests").click();
        olga.page().getByLabel("Accept ben").click();
        assertThat(olga.page().getByText("Nobody is waiting.")).isVisible();

        ben.open("/").signIn("ben", NEW_PASSWORD);
    }

    @Test
    @Tag("DC-03")
    void somebodys_session_is_ended_from_the_page() {
        home().addUser("ben", "user");
        Visitor ben = visitor().open("/").signIn("ben", Home.USER_PASSWORD);
        Visitor olga = managing();

        olga.link("Sessions").click();
        olga.page()
                .locator("homekeep-all-sessions .row")
                .filter(new Locator.FilterOptions().setHasText("ben"))
                .getByRole(AriaRole.BUTTON)
                .click();

        assertThat(ben.reason()).hasText("Signed out by the owner");
    }

    @Test
    @Tag("FT-07")
    void a_new_device_appears_by_itself_and_is_let_in_from_the_page() {
        home().addUser("ben", "user");
        home().change("ben", "{\"approve_devices\":true}");
        Visitor olga = managing();
        olga.link("New devices").click();
        assertThat(olga.page().getByText("No device is waiting.")).isVisible();

        Visitor ben = visitor().open("/");
        ben.fillIn("ben", Home.USER_PASSWORD);
        String number = ben.page().locator("#approval-number").textContent();
        assertThat(olga.page().locator(".approval-small")).hasText(number);
        olga.button("Allow").click();

        assertThat(ben.heading("My files")).isVisible();
    }

    @Test
    @Tag("LN-10")
    void somebody_who_has_to_wait_is_let_in_from_the_page() {
        home().addUser("ben", "user");
        Visitor olga = managing();
        for (int wrong = 0; wrong < 6; wrong++) {
            home().stranger().signIn("ben", "not the password");
        }

        olga.link("Blocked").click();
        olga.page().locator("[data-block]").first().getByRole(AriaRole.BUTTON).click();

        assertThat(olga.page().getByText("Unblocked")).isVisible();
        assertThat(olga.page().locator("[data-block]")).hasCount(0);
    }

    @Test
    @Tag("FT-16")
    void the_log_is_read_and_searched() {
        home().addUser("ben", "user");
        Visitor olga = managing();

        olga.link("Audit log").click();
        olga.page().locator("#text").fill("ben");
        olga.button("Search").click();

        Locator rows = olga.page().locator("homekeep-audit .row");
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText("Account made");
    }

    /// The owner with a second factor that was just shown, among the people.
    private Visitor managing() {
        String secret = home().setUpApp(Home.OWNER, PASSWORD);
        Visitor olga = visitor().open("/manage/people");
        olga.fillIn(Home.OWNER, PASSWORD);
        olga.page().locator("#code").fill(home().nextCode(secret));
        olga.stepUp(PASSWORD, home().nextCode(secret));
        assertThat(person(olga, "olga")).isVisible();
        return olga;
    }

    private static Locator person(Visitor visitor, String name) {
        return visitor.page()
                .locator("homekeep-people a.row-what")
                .filter(new Locator.FilterOptions().setHasText(name));
    }
}
