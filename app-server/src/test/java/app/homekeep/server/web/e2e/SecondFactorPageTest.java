// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecondFactorPageTest extends BrowserTest {
    private static final String ANNA = "anna";
    private static final String PASSWORD = Home.USER_PASSWORD;

    @Test
    @Tag("FT-06")
    void one_sets_up_an_app_in_ones_account_and_keeps_the_recovery_codes() throws Exception {
        home().addUser(ANNA, "user");
        Visitor anna = visitor().open("/account").signIn(ANNA, PASSWORD);

        anna.page().locator("#totp-set-up").click();
        anna.stepUp(PASSWORD);
        assertThat(anna.page().locator("img.qr")).hasJSProperty("complete", true);
        assertThat((Integer) anna.page().locator("img.qr").evaluate("picture => picture.naturalWidth"))
                .isPositive();
        anna.page().locator("#second-factor #code").fill(home().nextCode(secret(anna)));

        assertThat(codes(anna)).hasCount(10);
        assertThat(anna.page().locator("#codes-done")).isDisabled();
        Download file = anna.page()
                .waitForDownload(() -> anna.page().locator("#save-codes").click());
        assertThat(Files.readString(file.path())).contains(codes(anna).allTextContents());
        anna.page().locator("#codes-kept").check();
        anna.page().locator("#codes-done").click();
        assertThat(anna.page().getByText("10 recovery codes are left.")).isVisible();
    }

    @Test
    @Tag("FT-06")
    void signing_in_takes_the_apps_code_which_is_sent_as_soon_as_it_is_whole() {
        String secret = home().addUserWithApp(ANNA, "user");
        Visitor anna = visitor().open("/");

        anna.fillIn(ANNA, PASSWORD);
        assertThat(anna.page().locator("#code")).isFocused();
        anna.page().locator("#code").fill("000000");
        assertThat(anna.page().locator(".note.danger")).containsText("This code is not right");
        assertThat(anna.page().locator("#code")).hasValue("");
        anna.page().locator("#code").fill(spaced(home().nextCode(secret)));

        assertThat(anna.heading("My files")).isVisible();
    }

    @Test
    @Tag("FT-06")
    void without_the_phone_one_comes_in_with_a_recovery_code_once() {
        home().addUser(ANNA, "user");
        Visitor laptop = visitor().open("/account").signIn(ANNA, PASSWORD);
        laptop.page().locator("#totp-set-up").click();
        laptop.stepUp(PASSWORD);
        laptop.page().locator("#second-factor #code").fill(home().nextCode(secret(laptop)));
        assertThat(codes(laptop)).hasCount(10);
        List<String> codes = codes(laptop).allTextContents();

        Visitor phone = visitor().open("/");
        phone.fillIn(ANNA, PASSWORD);
        phone.page().locator("#other-way").click();
        phone.page().locator("#recovery").fill(codes.getFirst());
        phone.button("Go on").click();
        assertThat(phone.heading("My files")).isVisible();

        Visitor thief = visitor().open("/");
        thief.fillIn(ANNA, PASSWORD);
        thief.page().locator("#other-way").click();
        thief.page().locator("#recovery").fill(codes.getFirst());
        thief.button("Go on").click();
        assertThat(thief.page().locator(".note.danger")).containsText("was used already");
        assertThat(thief.page().locator("homekeep-files")).hasCount(0);
    }

    @Test
    @Tag("FT-06")
    void who_must_have_one_sets_it_up_on_the_way_in() {
        home().addUser(ANNA, "user");
        home().change(ANNA, "{\"require_totp\":true}");
        Visitor anna = visitor().open("/account");

        anna.fillIn(ANNA, PASSWORD);
        assertThat(anna.page().getByText("The owner wants this account to have a second factor."))
                .isVisible();
        assertThat(anna.names()).doesNotContain("__Host-homekeep");
        anna.page().locator("#code").fill(home().nextCode(secret(anna)));
        assertThat(codes(anna)).hasCount(10);
        anna.page().locator("#codes-kept").check();
        anna.page().locator("#codes-done").click();

        assertThat(anna.heading("Where you are signed in")).isVisible();
        assertThat(anna.page().locator("#totp-off")).hasCount(0);
    }

    @Test
    @Tag("FT-06")
    void who_still_has_time_is_reminded_until_it_is_done() {
        home().addUser(ANNA, "user");
        home().set("{\"totp_grace_hours\":48}");
        home().change(ANNA, "{\"require_totp\":true}");

        Visitor anna = visitor().open("/").signIn(ANNA, PASSWORD);
        assertThat(anna.page().locator(".due")).containsText("Please set up a second factor by");
        anna.link("Set it up").click();
        anna.page().locator("#totp-set-up").click();
        anna.stepUp(PASSWORD);
        anna.page().locator("#second-factor #code").fill(home().nextCode(secret(anna)));

        assertThat(codes(anna)).hasCount(10);
        assertThat(anna.page().locator(".due")).hasCount(0);
    }

    @Test
    @Tag("FT-06")
    void turning_it_off_takes_password_and_code_and_signs_the_other_devices_out() {
        String secret = home().addUserWithApp(ANNA, "user");
        Visitor phone = visitor().open("/");
        phone.fillIn(ANNA, PASSWORD);
        phone.page().locator("#code").fill(home().nextCode(secret));
        assertThat(phone.heading("My files")).isVisible();
        Visitor laptop = visitor().open("/account");
        laptop.fillIn(ANNA, PASSWORD);
        laptop.page().locator("#code").fill(home().nextCode(secret));

        laptop.page().locator("#totp-off").click();
        laptop.dialog()
                .getByText("Turn off", new Locator.GetByTextOptions().setExact(true))
                .click();
        laptop.stepUp(PASSWORD, home().nextCode(secret));

        assertThat(laptop.page().locator("#totp-set-up")).isVisible();
        assertThat(phone.reason()).hasText("The second factor of this account was changed. Please sign in again.");
    }

    @Test
    @Tag("FT-06")
    void whoever_does_not_want_to_show_who_they_are_changes_nothing() {
        home().addUser(ANNA, "user");
        Visitor anna = visitor().open("/account").signIn(ANNA, PASSWORD);

        anna.page().locator("#totp-set-up").click();
        anna.page().locator("#step-up-password").fill("not the password");
        anna.page().locator("#step-up button[type=submit]").click();
        assertThat(anna.page().locator("#step-up .note.danger")).hasText("This password is not right.");
        anna.page().keyboard().press("Escape");

        assertThat(anna.page().locator("#step-up")).hasCount(0);
        assertThat(anna.page().locator("#totp-set-up")).isVisible();
        assertThat(anna.page().locator("img.qr")).hasCount(0);
    }

    static String secret(Visitor visitor) {
        return visitor.page().locator("#totp-secret").textContent().replace(" ", "");
    }

    static Locator codes(Visitor visitor) {
        return visitor.page().locator("#recovery-codes code");
    }

    /// As people paste it.
    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
