// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignInPageTest extends BrowserTest {
    @Test
    @Tag("LF-01")
    void a_wrong_password_is_said_and_the_right_one_leads_to_the_files() {
        Visitor anna = visitor().open("/");

        anna.fillIn(Home.OWNER, "not the password");
        assertThat(anna.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .hasText("The name or the password is not right.");
        anna.signIn(Home.OWNER, Home.PASSWORD);

        assertThat(anna.heading("My files")).isVisible();
        assertThat(anna.accessCookie().httpOnly).isTrue();
    }

    @Test
    @Tag("LN-10")
    void after_too_many_tries_it_counts_down_and_the_button_comes_back_by_itself() {
        Visitor anna = visitor().open("/");
        Locator said = anna.page().getByRole(com.microsoft.playwright.options.AriaRole.ALERT);
        Locator button = anna.page().locator("button[type=submit]");
        do {
            anna.fillIn(Home.OWNER, "not the password");
            assertThat(said).not().isEmpty();
        } while (said.textContent().contains("not right"));

        assertThat(said).hasText(Pattern.compile("Too many tries\\. You can try again in \\d+ (second|minute)s?\\."));
        assertThat(button).hasAttribute("aria-disabled", "true");
        assertThat(button).not().hasAttribute("aria-disabled", "true");
        assertThat(said).hasCount(0);
    }

    @Test
    void one_signs_in_with_the_keyboard_alone() {
        Visitor anna = visitor().open("/");
        var keyboard = anna.page().keyboard();

        assertThat(anna.page().locator("#username")).isFocused();
        keyboard.type(Home.OWNER);
        keyboard.press("Tab");
        keyboard.type(Home.PASSWORD);
        keyboard.press("Enter");

        assertThat(anna.heading("My files")).isVisible();
    }

    @Test
    void after_signing_in_one_is_where_one_wanted_to_go() {
        Visitor anna = visitor().open("/account").signIn(Home.OWNER, Home.PASSWORD);

        assertThat(anna.heading("Where you are signed in")).isVisible();
        assertThat(anna.page()).hasURL(Pattern.compile("/account$"));
    }

    @Test
    void a_german_browser_gets_german_and_a_choice_of_language_is_kept() {
        Visitor anna =
                visitor(new Browser.NewContextOptions().setLocale("de-DE")).open("/");
        assertThat(anna.button("Anmelden")).isVisible();
        assertThat(anna.page().locator("html")).hasAttribute("lang", "de");

        anna.button("English").click();
        assertThat(anna.button("Sign in")).isVisible();
        anna.page().reload();

        assertThat(anna.button("Sign in")).isVisible();
    }

    @Test
    @Tag("LF-04")
    void signing_out_leads_to_the_sign_in_page_and_leaves_no_cookie_but_the_devices() {
        Visitor anna = visitor().enter();

        anna.link("My account").click();
        anna.page().locator("#sign-out").click();

        assertThat(anna.reason()).hasText("You are signed out.");
        assertThat(anna.names()).containsExactly("__Secure-homekeep_device");
        assertThat(home().sessions()).isEmpty();
    }

    @Test
    @Tag("DC-06")
    void the_lan_door_serves_the_page_over_https_with_cookies_for_https_only() {
        Visitor anna = byName().enter();

        assertThat(anna.heading("My files")).isVisible();
        assertThat(anna.accessCookie().name).isEqualTo("__Host-homekeep");
        assertThat(anna.accessCookie().secure).isTrue();
    }

    @Test
    void the_machine_itself_has_a_door_without_https() {
        Visitor olga = atTheMachine().enter();

        assertThat(olga.heading("My files")).isVisible();
        assertThat(olga.accessCookie().name).isEqualTo("homekeep");
        assertThat(olga.accessCookie().secure).isFalse();
    }
}
