// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other pages in a member's browser can do to the server: nothing (attack row A9). At the local door, which such
/// a
/// page has it easiest with: the browser is on the same machine, and cookies know no ports.
@Tag("LN-04")
class EvilSiteTest extends BrowserTest {
    /// Every way in which a script of another origin can send something, for each of a few things worth doing.
    private static final String FETCHES = """
            async (server) => {
              const wanted = [
                ['POST', '/api/v1/auth/logout', ''],
                ['DELETE', '/api/v1/auth/sessions', ''],
                ['PUT', '/api/v1/account/profile', '{"display_name":"Mallory"}'],
                ['POST', '/api/v1/api-keys', '{"name":"evil","permissions":["file:read"]}'],
                ['POST', '/api/v1/auth/login', '{"username":"mallory","password":"mallory in the garden"}'],
              ];
              const ways = [
                { mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } },
                { mode: 'cors', headers: { 'Content-Type': 'text/plain' } },
                { mode: 'cors', headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'homekeep' } },
              ];
              const readable = [];
              for (const [method, path, body] of wanted) {
                for (const way of ways) {
                  try {
                    const options = { method, credentials: 'include', redirect: 'follow', ...way };
                    const answer = await fetch(server + path, body === '' ? options : { ...options, body });
                    if (answer.type !== 'opaque') {
                      readable.push(method + ' ' + path + ' ' + answer.status);
                    }
                  } catch {
                    // Refused by the browser itself.
                  }
                }
              }
              return readable;
            }""";
    private static final String FORM = """
            ([action, text]) => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = action;
              form.enctype = 'text/plain';
              const field = document.createElement('input');
              // What a form of plain text makes of it is JSON all the same.
              field.name = text.slice(0, -1) + ',"device_name":"';
              field.value = '"}';
              form.append(field);
              document.body.append(form);
              form.submit();
            }""";

    private static final String FRAME = """
            (server) => {
              const frame = document.createElement('iframe');
              frame.src = server;
              document.body.append(frame);
            }""";
    private final EvilSite evil = EvilSite.open();

    @BeforeEach
    void addMallory() {
        home().panel()
                .post(
                        "/api/v1/users",
                        "{\"username\":\"mallory\",\"role\":\"user\",\"password\":\"mallory in the garden\"}");
    }

    @AfterEach
    void closeIt() {
        evil.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void scripts_of_another_origin_do_nothing_in_a_members_name_and_read_nothing(boolean foreign) {
        var phone = phone();
        Visitor olga = atTheMachine().enter();
        Page page = olga.context().newPage();
        page.navigate(foreign ? evil.foreign() : evil.neighbour());

        Object readable = page.evaluate(FETCHES, home().local());

        assertThat((List<?>) readable).isEmpty();
        unharmed(olga);
        assertThat(phone.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/auth/logout", "/api/v1/auth/login", "/api/v1/auth/forgot-password"})
    void forms_of_another_origin_are_refused(String path) {
        Visitor olga = atTheMachine().enter();
        Page page = olga.context().newPage();
        page.navigate(evil.foreign());

        String target = home().local() + path;
        Response answer = page.waitForResponse(
                target,
                () -> page.evaluate(
                        FORM, List.of(target, "{\"username\":\"mallory\",\"password\":\"mallory in the garden\"}")));

        assertThat(answer.status()).isIn(400, 403, 415);
        unharmed(olga);
    }

    @Test
    void a_page_of_another_site_shows_the_server_in_no_frame() {
        try (BrowserContext anybody = browser().newContext()) {
            Page page = anybody.newPage();
            page.navigate(evil.foreign());
            var said = new CopyOnWriteArrayList<String>();
            page.onConsoleMessage(message -> said.add(message.text()));

            page.evaluate(FRAME, home().local());

            page.waitForCondition(() -> said.stream().anyMatch(text -> text.contains("frame-ancestors 'none'")));
            assertThat(page.frameLocator("iframe").locator("homekeep-app")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/auth/me", "/api/v1/system/info"})
    void a_foreign_name_that_leads_to_the_server_gets_nothing_from_it(String path) {
        Visitor olga = atTheMachine().enter();
        Page page = olga.context().newPage();
        int port = URI.create(home().local()).getPort();

        Response answer = page.navigate("http://" + EvilSite.HOST + ":" + port + path);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.text()).contains("unknown_host").doesNotContain("olga", "Olga");
        unharmed(olga);
    }

    /// Still signed in, as who one was, called what one was called, with no keys that one did not make.
    private void unharmed(Visitor olga) {
        olga.open("/account");
        assertThat(olga.page().locator("#display_name")).hasValue(Home.OWNER);
        assertThat(olga.page().locator("#sign-out")).isVisible();
        var keys = home().panel().get("/api/v1/api-keys?all=true");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.items()).isEmpty();
    }
}
