// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each page as it looks, on a phone and on a computer, light and dark: no rule of accessibility broken, nothing
/// wider than the screen, and a picture of it to look at.
class LookTest extends BrowserTest {
    static final Path PICTURES = Path.of(System.getProperty("homekeep.screens", "target/screens"), "web");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"phone, light", "phone, dark", "desktop, light", "desktop, dark", "narrow, light"})
    void every_page_looks_right(String device, String look) {
        TestClient phone = phone();
        Map.of(
                        "/Holiday 2026/Beach.png", Pictures.photo(),
                        "/Letters/To Grandma.txt", text("Dear Grandma,\n\nthe server hums in the cellar.\n"),
                        "/Sunset.png", Pictures.photo(),
                        "/A file whose name is far too long for the width of any telephone.txt", text("long"),
                        "/Shopping.txt", text("milk\nbread\n"))
                .forEach((path, bytes) -> Home.put(phone, path, bytes));
        Visitor anna = visitor(screen(device, look));
        var pages = new Shown(anna.page(), PICTURES, device + "-" + look);

        anna.open("/");
        assertThat(anna.button("Sign in")).isVisible();
        pages.look("sign-in");
        anna.fillIn(Home.OWNER, "wrong");
        assertThat(anna.page().locator(".note.danger")).isVisible();
        pages.look("sign-in-wrong");
        anna.signIn(Home.OWNER, Home.PASSWORD);
        assertThat(anna.entry("Sunset.png")).isVisible();
        pages.look("files");
        anna.page()
                .locator("#pick-files")
                .setInputFiles(
                        new com.microsoft.playwright.options.FilePayload("Picnic.png", "image/png", Pictures.photo()));
        assertThat(anna.page().getByText("Your file has arrived.")).isVisible();
        assertThat(anna.entry("Picnic.png")).isVisible();
        pages.look("uploaded");
        anna.page().locator(".tray").getByLabel("Close").click();
        anna.entry("Sunset.png").locator(".entry-main").click();
        assertThat(anna.page().locator(".preview-content img")).hasJSProperty("complete", true);
        pages.look("picture");
        closePreview(anna);
        anna.entry("Letters").locator("a").click();
        anna.entry("To Grandma.txt").locator(".entry-main").click();
        assertThat(anna.page().locator(".preview-text")).isVisible();
        pages.look("text");
        closePreview(anna);
        anna.page().navigate(anna.page().url().replaceAll("\\?.*", "") + "?path=/nowhere");
        assertThat(anna.heading("This folder is not there")).isVisible();
        pages.look("missing");
        anna.open("/account");
        assertThat(anna.page().locator(".session")).hasCount(2);
        pages.look("account");
        anna.page().locator("#sign-out-others").click();
        assertThat(anna.dialog()).isVisible();
        pages.look("confirm");
        anna.page().keyboard().press("Escape");
        home().sessions().forEach(each -> home().revoke(String.valueOf(each.get("id"))));
        assertThat(anna.reason()).isVisible();
        pages.look("signed-out-by-owner");

        home().addUser("ben", "user");
        anna.open("/").signIn("ben", Home.USER_PASSWORD);
        assertThat(anna.heading("Nothing here yet")).isVisible();
        pages.look("empty");
        assertThat(pages.broken()).isEmpty();
    }

    private static void closePreview(Visitor visitor) {
        visitor.page().keyboard().press("Escape");
        // Closing goes back in the history, which takes a moment.
        assertThat(visitor.page().locator("dialog.preview")).hasCount(0);
    }

    static Browser.NewContextOptions screen(String device, String look) {
        var options = new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setColorScheme(look.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE);
        return switch (device) {
            case "phone" -> options.setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
            case "narrow" -> options.setViewportSize(320, 640).setHasTouch(true).setIsMobile(true);
            default -> options.setViewportSize(1280, 800);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
