// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountPageTest extends BrowserTest {
    private static final String ANNA = "anna";
    private static final String PASSWORD = Home.USER_PASSWORD;
    private static final String NEW_PASSWORD = "seven geese over the dyke";

    @BeforeEach
    void addAnna() {
        home().addUser(ANNA, "user");
    }

    @Test
    @Tag("FO-03")
    void one_changes_how_one_is_called() {
        Visitor anna = visitor().open("/account").signIn(ANNA, PASSWORD);

        anna.page().locator("#display_name").fill("Anna <b>Lind</b>");
        anna.button("Save").click();

        assertThat(anna.heading("Anna <b>Lind</b>")).isVisible();
        anna.page().reload();
        assertThat(anna.heading("Anna <b>Lind</b>")).isVisible();
    }

    @Test
    @Tag("LF-05")
    void a_new_password_signs_the_other_devices_out_and_keeps_this_one() {
        Visitor phone = visitor().open("/").signIn(ANNA, PASSWORD);
        Visitor laptop = visitor().open("/account").signIn(ANNA, PASSWORD);

        laptop.page().locator("#change-password").click();
        laptop.page().locator("#current").fill("not the password");
        laptop.page().locator("#new").fill(NEW_PASSWORD);
        changePassword(laptop);
        assertThat(laptop.page().locator("#current-problem")).hasText("This password is not right.");
        laptop.page().locator("#current").fill(PASSWORD);
        changePassword(laptop);

        assertThat(laptop.page().getByText("Your password is changed.")).isVisible();
        assertThat(phone.reason()).containsText("The password of this account was changed.");
        phone.signIn(ANNA, NEW_PASSWORD);
    }

    @Test
    @Tag("FO-06")
    void an_api_key_is_made_shown_once_used_and_revoked() {
        Visitor anna = visitor().open("/account").signIn(ANNA, PASSWORD);
        Locator keys = anna.page().locator("#api-keys");

        keys.locator("#new-key").click();
        keys.locator("#key-name").fill("Laptop backup");
        anna.button("Make the key").click();
        anna.stepUp(PASSWORD);
        String key = keys.locator("#made-key").textContent();
        assertThat(key).startsWith("hk_");
        TestClient script = home().stranger().always("Authorization", "Bearer " + key);
        assertThat(script.get("/api/v1/spaces").status()).isEqualTo(200);
        anna.button("I have copied it").click();
        assertThat(keys.locator("#made-key")).hasCount(0);

        keys.getByLabel("Revoke Laptop backup").click();
        anna.dialog()
                .getByText("Revoke", new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(keys.getByText("You have no keys.")).isVisible();
        assertThat(script.get("/api/v1/spaces").status()).isEqualTo(401);
    }

    @Test
    @Tag("LN-12")
    void a_known_device_is_forgotten() {
        Visitor phone = visitor().open("/").signIn(ANNA, PASSWORD);
        assertThat(phone.names()).contains("__Secure-homekeep_device");
        Visitor laptop = visitor().open("/account").signIn(ANNA, PASSWORD);
        Locator devices = laptop.page().locator("[data-device]");
        assertThat(devices).hasCount(2);
        assertThat(devices.filter(new Locator.FilterOptions().setHasText("This device")))
                .hasCount(1);

        devices.filter(new Locator.FilterOptions().setHasNotText("This device"))
                .getByText("Forget")
                .click();

        assertThat(devices).hasCount(1);
        assertThat(devices).containsText("This device");
    }

    @Test
    @Tag("FO-11")
    void one_sees_what_was_done_in_ones_name() {
        Visitor anna = visitor().open("/account").signIn(ANNA, PASSWORD);

        anna.page().locator("#show-activity").click();

        assertThat(anna.page().locator("homekeep-activity-list .row").first()).containsText("Signed in");
    }

    @Test
    @Tag("FO-03")
    void ones_account_is_deleted_after_its_name_is_typed_and_the_password_shown() {
        Visitor anna = visitor().open("/account").signIn(ANNA, PASSWORD);

        anna.page().locator("#leave").click();
        anna.page().locator("#leave-name").fill("ann");
        deleteAccount(anna);
        assertThat(anna.page().locator("#leave-name-problem")).isVisible();
        anna.page().locator("#leave-name").fill(ANNA);
        deleteAccount(anna);
        anna.stepUp(PASSWORD);

        assertThat(anna.reason()).hasText("This account was deleted.");
        anna.fillIn(ANNA, PASSWORD);
        assertThat(anna.page().locator(".note.danger")).hasText("The name or the password is not right.");
    }

    @Test
    @Tag("FO-03")
    void the_owner_finds_no_way_to_delete_the_last_owner() {
        Visitor olga = visitor().open("/account").signIn(Home.OWNER, Home.PASSWORD);

        assertThat(olga.heading("Where you are signed in")).isVisible();
        assertThat(olga.page().locator("#leave")).hasCount(0);
    }

    private static void changePassword(Visitor visitor) {
        visitor.page().locator("homekeep-my-password button[type=submit]").click();
    }

    private static void deleteAccount(Visitor visitor) {
        visitor.page().locator("homekeep-leave button[type=submit]").click();
    }
}
