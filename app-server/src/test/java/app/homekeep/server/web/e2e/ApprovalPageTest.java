// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FT-07")
class ApprovalPageTest extends BrowserTest {
    private static final String ANNA = "anna";
    private static final String PASSWORD = Home.USER_PASSWORD;

    @BeforeEach
    void annasNewDevicesNeedAYes() {
        home().addUser(ANNA, "user");
        home().change(ANNA, "{\"approve_devices\":true}");
    }

    @Test
    void a_new_device_shows_its_number_and_is_in_as_soon_as_the_owner_says_yes() {
        Visitor anna = visitor().open("/account");

        anna.fillIn(ANNA, PASSWORD);
        assertThat(anna.heading("Waiting for approval")).isVisible();
        assertThat(number(anna)).hasText(String.valueOf(approval("number")));
        answer("allow");

        assertThat(anna.heading("Where you are signed in")).isVisible();
    }

    @Test
    void a_device_that_was_refused_says_so_and_may_try_again() {
        Visitor anna = visitor().open("/");

        anna.fillIn(ANNA, PASSWORD);
        assertThat(number(anna)).isVisible();
        answer("deny");

        assertThat(anna.heading("The owner said no")).isVisible();
        anna.button("Try again").click();
        assertThat(anna.button("Sign in")).isVisible();
    }

    private static Locator number(Visitor visitor) {
        return visitor.page().locator("#approval-number");
    }

    private String approval(String member) {
        return String.valueOf(
                home().panel().get("/api/v1/approvals").items().getFirst().get(member));
    }

    private void answer(String answer) {
        home().panel().post("/api/v1/approvals/" + approval("id") + "/" + answer, "");
    }
}
