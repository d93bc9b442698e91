// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Takes pictures of pages and notes what is wrong with them: by axe's rules for WCAG 2.2 AA, and what is wider than
/// the screen.
final class Shown {
    private static final String AXE = script();
    private static final String RULES = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const { violations } = await axe.run(document, { runOnly: tags });
              return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`.slice(0, 300)));
            }""";
    private static final String TOO_WIDE =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private final Page page;
    private final Path folder;
    private final String kind;
    private final List<String> broken = new ArrayList<>();

    /// @param kind goes into the names of the pictures
    Shown(Page page, Path folder, String kind) {
        this.page = page;
        this.folder = folder;
        this.kind = kind;
    }

    void look(String name) {
        look(name, new Page.ScreenshotOptions());
    }

    /// From its top to its end.
    void lookAtAll(String name) {
        look(name, new Page.ScreenshotOptions().setFullPage(true));
    }

    private void look(String name, Page.ScreenshotOptions how) {
        page.screenshot(how.setPath(folder.resolve(name + "-" + kind + ".png")));
        page.evaluate(AXE);
        for (Object rule : (List<?>) page.evaluate(RULES)) {
            broken.add(name + ": " + rule);
        }
        if ((Boolean) page.evaluate(TOO_WIDE)) {
            broken.add(name + ": wider than the screen");
        }
    }

    /// Everything that is wrong so far.
    List<String> broken() {
        return List.copyOf(broken);
    }

    private static String script() {
        try (InputStream in = Shown.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
