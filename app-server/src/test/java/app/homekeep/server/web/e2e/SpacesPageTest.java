// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static app.homekeep.server.web.e2e.Home.member;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Shared spaces on the page.
@Tag("LF-09")
class SpacesPageTest extends BrowserTest {
    private static final String NEW_PASSWORD = "seven geese over the dyke";

    @Test
    @Tag("FO-11")
    void a_space_appears_and_goes_by_itself_and_shows_no_more_than_one_may_do_in_it() {
        home().addUser("anna", "user");
        Visitor anna = visitor().open("/").signIn("anna", Home.USER_PASSWORD);
        assertThat(anna.heading("My files")).isVisible();

        String photos = home().share("Photos", member("anna"));
        anna.link("Spaces").click();
        anna.page().locator(".space", withText("Photos")).click();

        assertThat(anna.heading("Photos")).isVisible();
        assertThat(anna.page().getByText("As soon as somebody puts something here"))
                .isVisible();
        assertThat(anna.page().locator("input[type=file]")).hasCount(0);
        home().members(photos, member("anna", "file:upload"));
        assertThat(anna.page().locator("input#pick-files")).hasCount(1);
        home().members(photos);
        assertThat(anna.heading("This folder is not there")).isVisible();
        anna.page().locator("a.button").click();

        assertThat(anna.heading("My files")).isVisible();
        assertThat(anna.link("Spaces")).hasCount(0);
    }

    @Test
    @Tag("FO-01")
    void an_invite_names_the_spaces_that_come_with_it() {
        String photos = home().share("Photos");
        String token = home().panel()
                .post(
                        "/api/v1/invites",
                        "{\"name\":\"Anna\",\"role\":\"user\",\"spaces\":[{\"space\":\"%s\",\"permissions\":[\"file:read\"]}]}"
                                .formatted(photos))
                .at("token")
                .toString();

        Visitor anna = visitor().open("/invite#" + token);
        assertThat(anna.page().locator("#invite-spaces li")).hasText("Photos");
        anna.page().locator("#username").fill("anna");
        anna.page().locator("#password").fill(NEW_PASSWORD);
        anna.button("Accept the invite").click();
        anna.button("Later").click();

        assertThat(anna.page().locator(".space", withText("Photos"))).isVisible();
    }

    @Test
    void an_administrator_lets_people_in_and_out_and_gives_spaces_along_with_an_invite() {
        String photos = home().share("Photos");
        Visitor olga = managing();
        home().addUser("ben", "user");
        olga.page().locator("a.tab", withText("Spaces")).click();
        Locator card = olga.page().locator("[data-space]");

        card.locator("[name=user]").fill("nobody");
        card.locator("button[type=submit]").click();
        assertThat(olga.page().getByText("There is no account nobody.")).isVisible();
        card.locator("[name=user]").fill("ben");
        card.locator("button[type=submit]").click();
        assertThat(card.locator("[data-member=ben] select")).hasValue("look");
        card.locator("[data-member=ben] select").selectOption(new SelectOption().setValue("add"));
        assertThat(olga.page().getByText("The space is changed.").first()).isVisible();
        assertThat(card.locator("[data-member=ben] select")).hasValue("add");
        assertThat(members(photos)).contains("file:upload");
        card.locator("[data-member=ben] button").click();
        assertThat(card.getByText("Nobody may use it yet.")).isVisible();

        olga.page().locator("a.tab", withText("People")).click();
        olga.page().locator("#invite").click();
        olga.page().locator("#grant-" + photos).selectOption(new SelectOption().setValue("all"));
        olga.button("Make the invite").click();

        assertThat(olga.page().locator("homekeep-invites .row")).containsText("Photos");
    }

    /// The owner with a second factor that was just shown.
    private Visitor managing() {
        String secret = home().setUpApp(Home.OWNER, Home.PASSWORD);
        Visitor olga = visitor().open("/manage/people");
        olga.fillIn(Home.OWNER, Home.PASSWORD);
        olga.page().locator("#code").fill(home().nextCode(secret));
        olga.stepUp(Home.PASSWORD, home().nextCode(secret));
        assertThat(olga.page().locator("homekeep-people a.row-what")).isVisible();
        return olga;
    }

    private String members(String space) {
        Map<String, Object> told = home().panel().get("/api/v1/spaces/" + space).json();
        return String.valueOf(((List<?>) told.getOrDefault("members", List.of())).getFirst());
    }

    private static com.microsoft.playwright.Page.LocatorOptions withText(String text) {
        return new com.microsoft.playwright.Page.LocatorOptions().setHasText(text);
    }
}
