// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FilesPageTest extends BrowserTest {
    /// Hands a file to the page as a browser does when one lets go of it over the page.
    private static final String DROP = """
            async ([name, type, base64]) => {
              const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([bytes], name, { type }));
              for (const kind of ['dragover', 'drop']) {
                document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
              }
            }""";

    @Test
    @Tag("DC-06")
    void a_photo_that_is_dropped_is_listed_and_comes_back_as_the_same_bytes() throws IOException {
        Visitor anna = visitor().enter();
        byte[] photo = Pictures.photo();

        anna.page().evaluate(DROP, new Object[] {
            "Beach.png", "image/png", Base64.getEncoder().encodeToString(photo)
        });
        assertThat(anna.page().getByText("Your file has arrived.")).isVisible();
        assertThat(anna.entry("Beach.png")).isVisible();
        Download download = anna.page().waitForDownload(() -> anna.download("Beach.png"));

        assertThat(Files.readAllBytes(download.path())).isEqualTo(photo);
        assertThat(download.suggestedFilename()).isEqualTo("Beach.png");
    }

    @Test
    void several_files_that_are_picked_all_arrive_and_the_page_says_so() {
        Visitor anna = visitor().enter();

        pick(anna, text("one.txt", "1"), text("two.txt", "2"), text("three.txt", "3"));

        assertThat(anna.page().getByText("All 3 files have arrived.")).isVisible();
        assertThat(anna.page().locator(".entry")).hasCount(3);
    }

    @Test
    void a_file_whose_name_is_taken_is_kept_beside_the_other() {
        Visitor anna = visitor().enter();

        pick(anna, text("list.txt", "milk"));
        assertThat(anna.entry("list.txt")).isVisible();
        pick(anna, text("list.txt", "bread"));

        assertThat(anna.page().getByText("that name was taken")).isVisible();
        assertThat(anna.page().locator(".entry")).hasCount(2);
    }

    @Test
    @Tag("LF-08")
    void a_program_is_refused_with_the_reason() {
        Visitor anna = visitor().enter();

        pick(
                anna,
                new FilePayload(
                        "setup.exe", "application/octet-stream", "MZ\u0090".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(anna.page().getByText("1 file did not arrive.")).isVisible();
        assertThat(anna.page().getByText("Programs and scripts can’t be kept here."))
                .isVisible();
    }

    @Test
    void what_another_device_sends_appears_in_the_open_folder() {
        Visitor anna = visitor().enter();
        assertThat(anna.heading("Nothing here yet")).isVisible();

        Home.put(phone(), "/from-the-phone.txt", "hello".getBytes(StandardCharsets.UTF_8));

        assertThat(anna.entry("from-the-phone.txt")).isVisible();
    }

    @Test
    void one_walks_down_into_folders_and_back_up_by_the_path_or_the_back_button() {
        Home.put(phone(), "/Holiday/Beach at noon/one.txt", "1".getBytes(StandardCharsets.UTF_8));
        Visitor anna = visitor().enter();

        anna.entry("Holiday").locator("a").click();
        anna.entry("Beach at noon").locator("a").click();
        assertThat(anna.heading("Beach at noon")).isVisible();
        assertThat(anna.entry("one.txt")).isVisible();
        anna.link("Holiday").click();
        assertThat(anna.entry("Beach at noon")).isVisible();
        anna.page().goBack();
        assertThat(anna.entry("one.txt")).isVisible();
        anna.link("My files").click();

        assertThat(anna.entry("Holiday")).isVisible();
    }

    @Test
    void the_arrow_keys_lead_through_a_folder_and_enter_opens() {
        var phone = phone();
        Home.put(phone, "/a.txt", "first".getBytes(StandardCharsets.UTF_8));
        Home.put(phone, "/b.txt", "second".getBytes(StandardCharsets.UTF_8));
        Visitor anna = visitor().enter();

        anna.entry("a.txt").locator(".entry-main").focus();
        anna.page().keyboard().press("ArrowDown");
        assertThat(anna.entry("b.txt").locator(".entry-main")).isFocused();
        anna.page().keyboard().press("Enter");
        assertThat(anna.page().locator(".preview-text")).hasText("second");
        anna.page().keyboard().press("Escape");

        assertThat(anna.page().locator("dialog.preview")).hasCount(0);
        assertThat(anna.page()).hasURL(Pattern.compile("/files/[^?]+$"));
    }

    @Test
    void a_picture_is_shown_in_the_page() {
        Home.put(phone(), "/Beach.png", Pictures.photo());
        Visitor anna = visitor().enter();

        anna.entry("Beach.png").locator(".entry-main").click();

        Locator picture = anna.page().locator(".preview-content img");
        assertThat(picture).isVisible();
        assertThat(picture).hasJSProperty("naturalWidth", Pictures.WIDTH);
    }

    @Test
    void a_folder_that_is_not_there_says_so() {
        Visitor anna = visitor().enter();

        anna.open("/files/" + Home.space(phone()) + "?path=/nowhere");

        assertThat(anna.heading("This folder is not there")).isVisible();
    }

    @Test
    void while_the_server_is_away_the_page_says_so_and_goes_on_by_itself() {
        Visitor anna = visitor().enter();
        assertThat(anna.heading("Nothing here yet")).isVisible();

        anna.context().setOffline(true);
        pick(anna, text("one.txt", "1"));
        assertThat(anna.page().getByText("Homekeep can’t be reached right now."))
                .isVisible();
        anna.context().setOffline(false);

        assertThat(anna.page().getByText("Your file has arrived.")).isVisible();
        assertThat(anna.page().locator(".offline-note")).hasCount(0);
    }

    @Test
    @Tag("FT-02")
    void somebody_elses_space_is_as_if_it_were_not_there() {
        String annas = Home.space(phone());
        home().addUser("ben", "user");
        Visitor ben = visitor().open("/").signIn("ben", Home.USER_PASSWORD);

        ben.open("/files/" + annas);

        assertThat(ben.heading("This folder is not there")).isVisible();
    }

    @Test
    void a_viewer_is_offered_no_upload() {
        home().addUser("grandma", "viewer");
        Visitor grandma = visitor().open("/").signIn("grandma", Home.USER_PASSWORD);

        assertThat(grandma.page().getByText("As soon as somebody puts something here"))
                .isVisible();
        assertThat(grandma.page().locator("input[type=file]")).hasCount(0);
    }

    @Test
    void many_files_are_a_few_rows_in_the_document_and_the_last_one_can_be_reached() {
        var phone = phone();
        for (int i = 0; i < 300; i++) {
            Home.put(phone, "/many/file-%03d.txt".formatted(i), new byte[] {'x'});
        }
        Visitor anna = visitor().enter();

        anna.entry("many").locator("a").click();
        assertThat(anna.entry("file-000.txt")).isVisible();
        assertThat(anna.page().locator(".entry").count()).isLessThan(80);
        anna.entry("file-000.txt").locator(".entry-main").focus();
        // The first page of the list holds a hundred; the rest comes while one goes there.
        assertThat(anna.page().locator(".entry").first()).hasAttribute("aria-setsize", "300");
        anna.page().keyboard().press("End");

        assertThat(anna.entry("file-299.txt").locator(".entry-main")).isFocused();
        assertThat(anna.entry("file-299.txt")).isInViewport();
    }

    private static void pick(Visitor visitor, FilePayload... files) {
        visitor.page().locator("#pick-files").setInputFiles(files);
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}
