// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The trust page as it looks to somebody who comes to the welcome door.
@Tag("LF-12")
class TrustPageTest extends BrowserTest {
    private static final List<String> PLATFORMS = List.of("ios", "android", "windows", "macos", "linux", "firefox");

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "phone, light, en-GB",
        "phone, dark, de-DE",
        "desktop, light, de-DE",
        "desktop, dark, en-GB",
        "narrow, light, de-DE"
    })
    void it_looks_right_for_every_platform(String device, String look, String language, Stranger stranger) {
        var options = LookTest.screen(device, look).setLocale(language);
        Visitor anna = welcome(Visitor.at(home().welcome(), stranger.browser(), options));
        String kind = device + "-" + look + "-" + language.substring(0, 2);
        var pages = new Shown(anna.page(), LookTest.PICTURES, kind);
        var asked = new CopyOnWriteArrayList<String>();
        anna.context().onRequest(request -> asked.add(request.url()));

        for (String platform : PLATFORMS) {
            anna.open("/trust?for=" + platform);
            assertThat(anna.page().locator("[aria-current]")).hasCount(1);
            pages.lookAtAll("trust-" + platform);
        }
        anna.context().close();

        assertThat(pages.broken()).isEmpty();
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(url ->
                        assertThat(URI.create(url).getHost()).matches("127\\.0\\.0\\.1|homekeep-[a-z2-7]{6}\\.local"));
    }

    @Test
    void it_looks_right_to_a_device_that_trusts_and_to_one_that_is_through() {
        home().goOnline();
        Visitor anna = newcomer(LookTest.screen("phone", "light"));
        var pages = new Shown(anna.page(), LookTest.PICTURES, "phone-light-en");

        anna.page().navigate(home().doorstep(home().pair()));
        assertThat(anna.page().locator(".seen img").first()).hasJSProperty("naturalWidth", 300);
        assertThat(anna.page().locator(".seen img").last()).hasJSProperty("naturalWidth", 300);
        pages.lookAtAll("trust-trusted");
        anna.page().locator("#use + p + ul a").first().click();
        assertThat(anna.heading("You are through")).isVisible();
        assertThat(anna.page().locator(".seen img")).hasJSProperty("naturalWidth", 300);
        pages.lookAtAll("trust-through");
        anna.link("Go on to sign in").click();

        assertThat(anna.button("Sign in")).isVisible();
        assertThat(pages.broken()).isEmpty();
    }

    @Test
    void without_javascript_everything_on_it_works() {
        home().goOnline();
        var made = home().pair();
        Visitor anna = newcomer(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setLocale("en-GB"));

        anna.page().navigate(home().doorstep(made));
        anna.link("Android").click();
        assertThat(anna.heading("Install the certificate")).isVisible();
        var download = anna.page()
                .waitForDownload(() -> anna.link("Load the certificate").click());

        assertThat(download.suggestedFilename()).isEqualTo("homekeep.crt");
        anna.page().waitForCondition(() -> "trusted".equals(home().paired(made).get("trust")));
        assertThat(home().paired(made).get("downloaded_at")).isNotNull();
    }
}
