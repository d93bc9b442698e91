// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// From the QR code in the panel to the files: a device that nobody has told anything, and one that trusts the home CA.
@Tag("DC-06")
class PairingWalkTest extends BrowserTest {
    @Test
    @Tag("LF-12")
    void a_phone_that_is_warned_gets_through_by_just_using_it_and_everything_works(Stranger stranger) throws Exception {
        home().goOnline();
        Map<String, Object> made = home().pair();
        Visitor anna = welcome(Visitor.at(home().lan(), stranger.browser(), LookTest.screen("phone", "light")));

        anna.page().navigate(String.valueOf(made.get("url")));
        assertThat(anna.page().getByAltText(Pattern.compile("By its name: not without a warning yet")))
                .isVisible();
        assertThat(home().paired(made).get("arrived_at")).isNotNull();
        assertThat(home().paired(made)).containsEntry("trust", "unknown").containsEntry("by_address_at", null);
        anna.link("What that means").click();
        anna.page().locator("#use + p + ul a").first().click();
        goPastTheWarning(anna);
        assertThat(anna.heading("You are through")).isVisible();
        assertThat(home().paired(made).get("by_address_at")).isNotNull();
        assertThat(home().paired(made)).containsEntry("trust", "warned");

        anna.link("Go on to sign in").click();
        anna.signIn(Home.OWNER, Home.PASSWORD);
        anna.page()
                .locator("#pick-files")
                .setInputFiles(new FilePayload("Note.txt", "text/plain", "kept".getBytes(StandardCharsets.UTF_8)));
        assertThat(anna.entry("Note.txt")).isVisible();
        var download = anna.page().waitForDownload(() -> anna.download("Note.txt"));
        assertThat(Files.readString(download.path())).isEqualTo("kept");
        TestClient other = phone();
        Home.put(other, "/From elsewhere.txt", "live".getBytes(StandardCharsets.UTF_8));
        assertThat(anna.entry("From elsewhere.txt")).isVisible();
        assertThat(devices().getFirst()).containsEntry("trusted_since", null);
        home().sessions().forEach(each -> home().revoke(String.valueOf(each.get("id"))));
        assertThat(anna.reason()).isVisible();
    }

    @Test
    @Tag("LF-12")
    void a_device_that_trusts_the_home_is_never_warned_and_says_so_in_the_list_of_devices() {
        home().goOnline();
        Map<String, Object> made = home().pair();
        Visitor anna = visitor(LookTest.screen("phone", "light"));

        anna.page().navigate(home().doorstep(made));
        anna.page().waitForCondition(() -> "trusted".equals(home().paired(made).get("trust")));
        anna.page().locator("#use + p + ul a").last().click();
        assertThat(anna.heading("You are through")).isVisible();
        anna.link("Go on to sign in").click();
        anna.signIn(Home.OWNER, Home.PASSWORD);

        assertThat(home().paired(made).get("by_name_at")).isNotNull();
        assertThat(home().paired(made).get("by_address_at")).isNotNull();
        anna.page().waitForCondition(() -> devices().getFirst().get("trusted_since") != null);
        anna.link("My account").click();
        assertThat(anna.page().locator("homekeep-my-devices .row")).containsText("secure since");
        assertThat(anna.page().evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length"))
                .isEqualTo(0);
    }

    private List<Map<String, Object>> devices() {
        return home().panel().get("/api/v1/devices?user=" + Home.OWNER).items();
    }

    /// What Chromium shows before a page whose certificate it does not know.
    private static void goPastTheWarning(Visitor visitor) {
        assertThat(visitor.page().locator("#main-message")).isVisible();
        visitor.page().locator("#details-button").click();
        visitor.page().locator("#proceed-link").click();
    }
}
