// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the system's Chromium to tests: one for all of them, closed when the last has ended.
public final class WithChromium implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(WithChromium.class);
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // For pages of somebody else, which are served by this machine too.
            "--host-resolver-rules=MAP " + EvilSite.HOST + " 127.0.0.1");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("chromium", key -> Chromium.launch(), Chromium.class)
                .browser();
    }

    /// Playwright belongs to the thread that made it; JUnit runs all our tests on one.
    private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
        static Chromium launch() {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var arguments = new ArrayList<>(QUIET);
            if ("root".equals(System.getProperty("user.name"))) {
                // Chromium's own sandbox does not start for root.
                arguments.add("--no-sandbox");
            }
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setArgs(arguments));
            return new Chromium(playwright, browser);
        }

        private static Path program() {
            return Optional.ofNullable(System.getenv("HOMEKEEP_CHROMIUM"))
                    .map(Path::of)
                    .or(() ->
                            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                                    .map(Path::of)
                                    .filter(Files::isExecutable)
                                    .findFirst())
                    .orElseThrow(() -> new IllegalStateException(
                            "These tests need Chromium: install it, or name it in HOMEKEEP_CHROMIUM."));
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
