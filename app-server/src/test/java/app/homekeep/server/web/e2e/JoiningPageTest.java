// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JoiningPageTest extends BrowserTest {
    private static final String NEW_PASSWORD = "seven geese over the dyke";

    @Test
    @Tag("FO-01")
    void an_invite_leads_from_its_link_to_the_files_with_a_second_factor_on_the_way() {
        Visitor anna = visitor().open(home().invite("Anna", "user"));

        assertThat(anna.heading("Welcome to Olga's home")).isVisible();
        assertThat(anna.page().getByText("Anna, you are invited: User.")).isVisible();
        accept(anna, "anna", NEW_PASSWORD);
        anna.button("Set it up now").click();
        anna.stepUp(NEW_PASSWORD);
        anna.page().locator("#code").fill(home().nextCode(SecondFactorPageTest.secret(anna)));
        assertThat(SecondFactorPageTest.codes(anna)).hasCount(10);
        anna.page().locator("#codes-kept").check();
        anna.page().locator("#codes-done").click();

        assertThat(anna.heading("My files")).isVisible();
        assertThat(anna.page()).hasURL(Pattern.compile("/files/[^#]*$"));
    }

    @Test
    @Tag("FO-01")
    void the_token_of_an_invite_leaves_the_address_bar_at_once_and_is_in_no_address_that_a_server_logs() {
        String link = home().invite("Anna", "user");
        String token = link.substring(link.indexOf('#') + 1);
        Visitor anna = visitor();
        var asked = new CopyOnWriteArrayList<String>();
        anna.page().onFrameNavigated(frame -> asked.add(frame.url()));

        anna.open(link);
        accept(anna, "anna", NEW_PASSWORD);
        anna.button("Later").click();
        assertThat(anna.heading("My files")).isVisible();

        assertThat(anna.page().url()).doesNotContain(token);
        assertThat(anna.page()
                        .evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, history.state])")
                        .toString())
                .doesNotContain(token);
        anna.page().goBack();
        assertThat(anna.page().url()).doesNotContain(token);
    }

    @Test
    @Tag("FO-01")
    void an_invite_that_was_used_says_so() {
        String link = home().invite("Anna", "user");
        Visitor anna = visitor().open(link);
        accept(anna, "anna", NEW_PASSWORD);
        assertThat(anna.button("Later")).isVisible();

        Visitor late = visitor().open(link);

        assertThat(late.heading("This invite does not work any more")).isVisible();
    }

    @Test
    @Tag("FO-01")
    void a_name_that_is_taken_and_a_password_that_is_too_easy_are_said_beside_their_fields() {
        home().addUser("anna", "user");
        Visitor anna = visitor().open(home().invite("Anna", "user"));

        fillIn(anna, "anna", "password1234");
        anna.button("Accept the invite").click();
        assertThat(anna.page().locator("#password-problem")).containsText("too easy to guess");
        fillIn(anna, "anna", NEW_PASSWORD);
        anna.button("Accept the invite").click();

        assertThat(anna.page().locator("#username-problem")).hasText("This name is taken. Choose another one.");
        assertThat(anna.page().locator("#username")).hasAttribute("aria-invalid", "true");
        accept(anna, "anna.k", NEW_PASSWORD);
        assertThat(anna.button("Later")).isVisible();
    }

    @Test
    @Tag("FO-02")
    void one_asks_for_an_account_only_where_the_owner_takes_requests() {
        Visitor closed = visitor().open("/");
        assertThat(closed.link("I forgot my password")).isVisible();
        assertThat(closed.link("Ask for an account")).hasCount(0);
        home().set("{\"registration\":\"request\"}");

        Visitor ben = visitor().open("/");
        ben.link("Ask for an account").click();
        fillIn(ben, "ben", NEW_PASSWORD);
        ben.page().locator("#message").fill("It is me, Ben");
        ben.button("Ask the owner").click();
        assertThat(ben.page().getByText("The owner has been asked.")).isVisible();
        TestClient panel = home().panel();
        String id = String.valueOf(
                panel.get("/api/v1/registrations").items().getFirst().get("id"));
        panel.post("/api/v1/registrations/" + id + "/accept", "{\"role\":\"user\"}");

        ben.link("Back to sign in").click();
        ben.signIn("ben", NEW_PASSWORD);
        assertThat(ben.heading("My files")).isVisible();
    }

    @Test
    @Tag("LF-05")
    void a_forgotten_password_is_told_to_the_owner_whose_code_sets_a_new_one() {
        home().addUser("anna", "user");
        Visitor anna = visitor().open("/");
        anna.link("I forgot my password").click();
        anna.page().locator("#username").fill("anna");
        anna.button("Tell the owner").click();
        String answer = anna.page().locator(".note").textContent();
        Visitor stranger = visitor().open("/forgot");
        stranger.page().locator("#username").fill("nobody");
        stranger.button("Tell the owner").click();
        assertThat(stranger.page().locator(".note")).hasText(answer);

        TestClient.Answered code = home().panel().post("/api/v1/users/" + home().idOf("anna") + "/reset-password", "");
        anna.link("I have a code").click();
        anna.page().locator("#username").fill("anna");
        anna.page().locator("#code").fill("AAAA-AAAA-AAAA-AAAA");
        anna.page().locator("#password").fill(NEW_PASSWORD);
        anna.button("Set new password").click();
        assertThat(anna.page().locator("#code-problem")).containsText("does not go with this name");
        anna.page().locator("#code").fill(String.valueOf(code.at("code")).toLowerCase(java.util.Locale.ROOT));
        anna.button("Set new password").click();

        assertThat(anna.page().getByText("Your new password is set.")).isVisible();
        anna.link("Sign in").click();
        anna.signIn("anna", NEW_PASSWORD);
        assertThat(anna.heading("My files")).isVisible();
    }

    @Test
    @Tag("LF-05")
    void a_link_with_a_code_fills_it_in_and_leaves_the_address_bar() {
        home().addUser("anna", "user");
        TestClient.Answered code = home().panel().post("/api/v1/users/" + home().idOf("anna") + "/reset-password", "");
        String url = String.valueOf(code.at("url"));

        Visitor anna = visitor().open("/reset" + url.substring(url.indexOf('#')));
        anna.page().locator("#username").fill("anna");
        anna.page().locator("#password").fill(NEW_PASSWORD);
        assertThat(anna.page().locator("#code")).hasValue(String.valueOf(code.at("code")));
        assertThat(anna.page()).hasURL(Pattern.compile("/reset$"));
        anna.button("Set new password").click();

        assertThat(anna.page().getByText("Your new password is set.")).isVisible();
    }

    private static void accept(Visitor visitor, String name, String password) {
        fillIn(visitor, name, password);
        visitor.button("Accept the invite").click();
    }

    private static void fillIn(Visitor visitor, String name, String password) {
        visitor.page().locator("#username").fill(name);
        visitor.page().locator("#password").fill(password);
    }
}
