// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionPageTest extends BrowserTest {
    private static final double A_SECOND = 1000;

    @Test
    @Tag("FT-07")
    void ones_own_session_is_marked_and_another_is_signed_out_from_here() {
        var phone = phone();
        Visitor anna = visitor().open("/account").signIn(Home.OWNER, Home.PASSWORD);
        Locator sessions = anna.page().locator(".session");

        assertThat(sessions).hasCount(2);
        assertThat(sessions.first().getByText("This device")).isVisible();
        sessions.nth(1)
                .getByRole(com.microsoft.playwright.options.AriaRole.BUTTON)
                .click();

        assertThat(sessions).hasCount(1);
        assertThat(anna.page().getByText("You are signed in on this device only."))
                .isVisible();
        assertThat(phone.get("/api/v1/auth/me").at("code")).isEqualTo("session_revoked");
    }

    @Test
    @Tag("FT-07")
    void all_others_are_signed_out_after_a_question() {
        var phone = phone();
        var tablet = phone();
        Visitor anna = visitor().open("/account").signIn(Home.OWNER, Home.PASSWORD);

        anna.page().locator("#sign-out-others").click();
        anna.dialog().getByText("Sign out all others").click();

        assertThat(anna.page().locator(".session")).hasCount(1);
        assertThat(phone.get("/api/v1/auth/me").status()).isEqualTo(401);
        assertThat(tablet.get("/api/v1/auth/me").status()).isEqualTo(401);
    }

    @Test
    @Tag("DC-03")
    void a_session_that_the_owner_ends_leaves_the_page_within_a_second_and_says_why() {
        Visitor anna = visitor().enter();
        Cookie cookie = anna.accessCookie();

        home().revoke(String.valueOf(home().sessions().getFirst().get("id")));

        assertThat(anna.reason())
                .hasText("Signed out by the owner", new LocatorAssertions.HasTextOptions().setTimeout(A_SECOND));
        assertThat(anna.page().locator("homekeep-files")).hasCount(0);
        Said said = askWith(cookie);
        assertThat(said.status()).isEqualTo(401);
        assertThat(said.text()).contains("\"session_revoked\"");
    }

    @Test
    @Tag("DC-03")
    void after_being_signed_out_one_signs_in_again_and_is_back_where_one_was() {
        Visitor anna = visitor().open("/account").signIn(Home.OWNER, Home.PASSWORD);

        home().revoke(String.valueOf(home().sessions().getFirst().get("id")));
        assertThat(anna.reason()).isVisible();
        anna.signIn(Home.OWNER, Home.PASSWORD);

        assertThat(anna.heading("Where you are signed in")).isVisible();
    }

    @Test
    @Tag("FT-05")
    void an_access_token_that_has_ended_is_refreshed_without_a_word() {
        Visitor anna = visitor().enter();
        String cookie = anna.accessCookie().name;
        anna.letAccessEnd();

        anna.link("My account").click();

        assertThat(anna.page().locator(".session")).hasCount(1);
        assertThat(anna.reason()).hasCount(0);
        assertThat(anna.names()).contains(cookie);
        assertThat(home().sessions()).hasSize(1);
    }

    @Test
    @Tag("FT-05")
    void a_page_that_slept_past_its_access_token_goes_on_where_it_was() {
        Visitor anna = visitor().enter();
        assertThat(anna.heading("My files")).isVisible();
        home().advance(Duration.ofMinutes(6));

        anna.link("My account").click();

        assertThat(anna.page().locator(".session")).hasCount(1);
        assertThat(anna.reason()).hasCount(0);
    }

    @Test
    @Tag("LF-03")
    void a_session_whose_time_is_over_asks_to_sign_in_again_and_says_so() {
        Visitor anna = visitor().enter();
        assertThat(anna.heading("My files")).isVisible();
        home().advance(Duration.ofHours(25));

        // The page may notice by itself before anybody could click.
        anna.link("My account").evaluateAll("links => links.forEach(link => link.click())");

        assertThat(anna.reason()).containsText("Your sign-in has run out.");
    }

    @Test
    @Tag("FT-05")
    void two_tabs_refresh_once() {
        Visitor anna = visitor().enter();
        var second = anna.context().newPage();
        second.navigate(home().lan() + "/files");
        assertThat(second.locator("homekeep-files h1")).isVisible();
        anna.letAccessEnd();
        var refreshes = new java.util.concurrent.atomic.AtomicInteger();
        anna.context().onRequest(request -> {
            if (request.url().endsWith("/api/v1/auth/refresh")) {
                refreshes.incrementAndGet();
            }
        });

        anna.page().evaluate("() => { setTimeout(() => location.reload()); }");
        second.evaluate("() => { setTimeout(() => location.reload()); }");

        assertThat(anna.page().locator("homekeep-files h1")).isVisible();
        assertThat(second.locator("homekeep-files h1")).isVisible();
        second.navigate(home().lan() + "/account");
        assertThat(second.locator(".session")).hasCount(1);
        assertThat(refreshes).hasValue(1);
    }

    @Test
    @Tag("LF-07")
    void a_link_to_a_file_survives_the_end_of_the_access_token_but_not_of_the_session() {
        var phone = phone();
        Home.put(phone, "/note.txt", "kept in the cellar".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Visitor anna = visitor().enter();
        String address = "/api/v1/spaces/" + Home.space(phone) + "/content?path=/note.txt";
        anna.letAccessEnd();

        anna.open(address);
        assertThat(anna.page().getByText("kept in the cellar")).isVisible();
        anna.context().clearCookies();
        anna.open(address);

        assertThat(anna.button("Sign in")).isVisible();
        assertThat(anna.page().getByText("kept in the cellar")).hasCount(0);
    }

    /// What the server says to somebody who kept that cookie.
    private Said askWith(Cookie cookie) {
        var answer = home().stranger().get("/api/v1/auth/me", "Cookie", cookie.name + "=" + cookie.value);
        return new Said(answer.status(), answer.text());
    }

    private record Said(int status, String text) {}
}
