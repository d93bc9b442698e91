// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages around accounts as they look, as [LookTest] does for files.
class PeopleLookTest extends BrowserTest {
    private static final String PASSWORD = Home.USER_PASSWORD;

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"phone, light, en-GB", "phone, dark, de-DE", "desktop, light, en-GB", "narrow, light, de-DE"})
    void the_ways_in_look_right(String device, String look, String language) {
        home().addUser("anna", "user");
        home().set("{\"registration\":\"request\"}");
        Visitor anna = visitor(LookTest.screen(device, look).setLocale(language));
        var pages = new Shown(anna.page(), LookTest.PICTURES, device + "-" + look);

        anna.open("/register");
        assertThat(anna.page().locator("#message")).isVisible();
        anna.page().locator("#password").fill("a boat on the lake");
        pages.look("register");
        anna.open("/forgot");
        assertThat(anna.page().locator("#username")).isVisible();
        pages.look("forgot");
        anna.open("/reset");
        assertThat(anna.page().locator("#code")).isVisible();
        pages.look("reset");
        anna.open(home().invite("Ben", "user"));
        anna.page().locator("#username").fill("anna");
        anna.page().locator("#password").fill("seven geese over the dyke");
        submit(anna);
        assertThat(anna.page().locator("#username-problem")).isVisible();
        pages.look("invite");
        anna.page().locator("#username").fill("ben");
        submit(anna);
        assertThat(anna.page().locator(".centred .icon")).isVisible();
        pages.look("invite-second-factor");
        anna.page().locator(".button.primary").click();
        assertThat(anna.page().locator("#step-up")).isVisible();
        pages.look("step-up");
        anna.stepUp("seven geese over the dyke");
        assertThat(anna.page().locator("img.qr")).isVisible();
        pages.look("enrolment");
        anna.page().locator("#code").fill(home().nextCode(SecondFactorPageTest.secret(anna)));
        assertThat(SecondFactorPageTest.codes(anna)).hasCount(10);
        pages.look("recovery-codes");

        home().change("anna", "{\"approve_devices\":true}");
        anna.context().clearCookies();
        String secret = home().addUserWithApp("cleo", "user");
        anna.open("/");
        fillIn(anna, "cleo");
        anna.page().locator("#code").fill("000000");
        assertThat(anna.page().locator(".note.danger")).isVisible();
        pages.look("code");
        assertThat(secret).isNotEmpty();
        anna.open("/");
        fillIn(anna, "anna");
        assertThat(anna.page().locator("#approval-number")).isVisible();
        pages.look("approval");
        var panel = home().panel();
        panel.post(
                "/api/v1/approvals/"
                        + panel.get("/api/v1/approvals").items().getFirst().get("id") + "/deny",
                "");
        assertThat(anna.page().locator(".approval .icon")).isVisible();
        pages.look("approval-denied");
        assertThat(pages.broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"phone, light, en-GB", "phone, dark, de-DE", "desktop, light, en-GB", "narrow, light, de-DE"})
    void managing_looks_right(String device, String look, String language) {
        home().addUser("anna", "user");
        home().addUser("adam", "admin");
        home().change("anna", "{\"blocked\":true}");
        String secret = home().setUpApp(Home.OWNER, Home.PASSWORD);
        home().set("{\"registration\":\"request\"}");
        var stranger = home().stranger();
        stranger.post(
                "/api/v1/auth/register",
                "{\"username\":\"ben\",\"password\":\"seven geese over the dyke\",\"message\":\"It is me, Ben from next door. May I?\"}");
        stranger.post("/api/v1/auth/forgot-password", "{\"username\":\"adam\"}");
        home().invite("Cleo", "viewer");
        Visitor adam =
                visitor(LookTest.screen(device, look).setLocale(language)).open("/");
        fillIn(adam, "adam");
        adam.page().locator("a[href='/manage/people']").click();
        assertThat(adam.page().locator(".empty")).isVisible();
        new Shown(adam.page(), LookTest.PICTURES, device + "-" + look).look("manage-first");

        Visitor olga =
                visitor(LookTest.screen(device, look).setLocale(language)).open("/manage/people");
        var pages = new Shown(olga.page(), LookTest.PICTURES, device + "-" + look);
        fillIn(olga, Home.OWNER, Home.PASSWORD);
        olga.page().locator("#code").fill(home().nextCode(secret));
        olga.stepUp(Home.PASSWORD, home().nextCode(secret));
        assertThat(olga.page().locator("homekeep-invites .row")).hasCount(1);
        pages.look("people");
        olga.page().locator("#invite").click();
        olga.page().locator("homekeep-invite-person button[type=submit]").click();
        assertThat(olga.page().locator("#link-to-give")).isVisible();
        pages.look("people-invite");
        olga.page().locator("#add").click();
        assertThat(olga.page().locator("#add-password")).isVisible();
        pages.look("people-add");
        olga.page()
                .locator("homekeep-people a.row-what")
                .filter(hasText("anna"))
                .click();
        assertThat(olga.page().locator("#unblock")).isVisible();
        pages.look("person-blocked");
        olga.page().locator("#unblock").click();
        olga.page().locator("#reset-password").click();
        olga.dialog().locator(".danger").click();
        assertThat(olga.page().locator("#reset-code")).isVisible();
        pages.look("person");
        olga.page().locator("#delete").click();
        assertThat(olga.dialog()).isVisible();
        pages.look("person-delete");
        olga.page().keyboard().press("Escape");
        for (String part : new String[] {"requests", "sessions", "approvals", "blocked", "audit"}) {
            olga.page().locator("a[href='/manage/" + part + "']").click();
            assertThat(olga.page().locator(".tab[aria-current]")).hasAttribute("href", "/manage/" + part);
            assertThat(olga.page().locator(".skeleton")).hasCount(0);
            pages.look("manage-" + part);
        }
        assertThat(pages.broken()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({"phone, light, en-GB", "phone, dark, de-DE", "desktop, light, en-GB", "narrow, light, de-DE"})
    void ones_own_account_looks_right(String device, String look, String language) {
        home().addUser("anna", "user");
        home().set("{\"totp_grace_hours\":48}");
        home().change("anna", "{\"require_totp\":true}");
        Visitor anna = visitor(LookTest.screen(device, look).setLocale(language));
        var pages = new Shown(anna.page(), LookTest.PICTURES, device + "-" + look);
        anna.open("/account");
        fillIn(anna, "anna");
        assertThat(anna.page().locator(".due")).isVisible();
        pages.look("account-due");
        anna.page().locator("#change-password").click();
        anna.page().locator("#totp-set-up").click();
        anna.stepUp(PASSWORD);
        String secret = SecondFactorPageTest.secret(anna);
        anna.page().locator("#code").fill(home().nextCode(secret));
        anna.page().locator("#codes-kept").check();
        anna.page().locator("#codes-done").click();
        assertThat(anna.page().locator("#new-codes")).isVisible();
        pages.look("account-second-factor");
        anna.page().locator("#new-key").click();
        anna.page().locator("#key-name").fill("Laptop backup");
        pages.look("account-new-key");
        anna.page().locator("homekeep-new-key button[type=submit]").click();
        anna.stepUp(PASSWORD, home().nextCode(secret));
        assertThat(anna.page().locator("#made-key")).isVisible();
        anna.page().locator("#api-keys").scrollIntoViewIfNeeded();
        pages.look("account-key");
        anna.page().locator("#show-activity").click();
        anna.page().locator("homekeep-activity-list .row").first().scrollIntoViewIfNeeded();
        pages.look("account-activity");
        anna.page().locator("#leave").click();
        pages.look("account-leave");
        assertThat(pages.broken()).isEmpty();
    }

    private static com.microsoft.playwright.Locator.FilterOptions hasText(String text) {
        return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
    }

    private static void fillIn(Visitor visitor, String name) {
        fillIn(visitor, name, PASSWORD);
    }

    private static void fillIn(Visitor visitor, String name, String password) {
        visitor.page().locator("#username").fill(name);
        visitor.page().locator("#password").fill(password);
        submit(visitor);
    }

    private static void submit(Visitor visitor) {
        visitor.page().locator("main form button[type=submit]").click();
    }
}
