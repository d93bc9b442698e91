// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;

/// Somebody with a browser of their own, with one page open.
final class Visitor implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> errors = new ArrayList<>();

    private Visitor(BrowserContext context, String origin) {
        this.context = context;
        this.origin = origin;
        // What the page itself throws, and what its policy blocks, is always a fault of ours.
        context.onWebError(error -> errors.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Trusted")) {
                errors.add(message.text());
            }
        });
        this.page = context.newPage();
    }

    /// In English, on a computer.
    static Visitor at(String origin, Browser browser) {
        return at(origin, browser, new Browser.NewContextOptions().setLocale("en-GB"));
    }

    static Visitor at(String origin, Browser browser, Browser.NewContextOptions options) {
        return new Visitor(browser.newContext(options), origin);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// @param address below the server's, such as `/account`
    Visitor open(String address) {
        page.navigate(origin + address);
        return this;
    }

    Visitor signIn(String name, String password) {
        fillIn(name, password);
        assertThat(page.locator("homekeep-files, homekeep-account")).isVisible();
        return this;
    }

    void fillIn(String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        button("Sign in").click();
    }

    /// Answers the question for one's password, and for a code where there is one.
    void stepUp(String password, String... code) {
        page.locator("#step-up-password").fill(password);
        if (code.length > 0) {
            page.locator("#step-up-code").fill(code[0]);
        }
        page.locator("#step-up button[type=submit]").click();
        assertThat(page.locator("#step-up")).hasCount(0);
    }

    /// The dialog that stands open.
    Locator dialog() {
        return page.locator("dialog[open]");
    }

    /// Opens the page and signs in as the owner.
    Visitor enter() {
        return open("/").signIn(Home.OWNER, Home.PASSWORD);
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /// The row of a file or folder.
    Locator entry(String name) {
        return page.locator(".entry")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByTitle(name, new Page.GetByTitleOptions().setExact(true))));
    }

    void download(String name) {
        entry(name).locator(".icon-button").click();
    }

    /// Where the page says why nobody is signed in any more.
    Locator reason() {
        return page.locator("[data-reason]");
    }

    /// The cookie that carries the access token on this door.
    Cookie accessCookie() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("homekeep") || cookie.name.equals("__Host-homekeep"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no access cookie among " + names()));
    }

    /// As if five minutes had gone by: the access cookie has ended, the refresh cookie has not.
    void letAccessEnd() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(accessCookie().name));
    }

    List<String> names() {
        return context.cookies().stream().map(cookie -> cookie.name).toList();
    }

    /// Every error of the page's scripts and every breach of its policy so far.
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void close() {
        context.close();
    }
}
