// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the system's Chromium to tests: one for all of them that trusts the home CA of the [Blueprint], and one that
/// trusts nobody for those who ask for a [Stranger]; closed when the last test has ended.
public final class WithChromium implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(WithChromium.class);
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // For pages of somebody else, which are served by this machine too, and for the name that the home has.
            "--host-resolver-rules=MAP " + EvilSite.HOST + " 127.0.0.1, MAP *.local 127.0.0.1");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return List.of(Browser.class, Blueprint.class, Stranger.class)
                .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var store = test.getRoot().getStore(HERE);
        Chromium chromium = store.getOrComputeIfAbsent("chromium", key -> Chromium.launch(), Chromium.class);
        Class<?> wanted = parameter.getParameter().getType();
        if (wanted == Blueprint.class) {
            return chromium.blueprint();
        }
        return wanted == Browser.class
                ? chromium.browser()
                : store.getOrComputeIfAbsent("stranger", key -> chromium.stranger(), Stranger.class);
    }

    /// Playwright belongs to the thread that made it; JUnit runs all our tests on one.
    private record Chromium(Playwright playwright, Blueprint blueprint, Browser browser) implements AutoCloseable {
        static Chromium launch() {
            Blueprint blueprint = Blueprint.make();
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return new Chromium(playwright, blueprint, launch(playwright, blueprint.user()));
        }

        Stranger stranger() {
            return new Stranger(launch(playwright, blueprint.stranger()));
        }

        /// @param user whose home it runs in
        private static Browser launch(Playwright playwright, Path user) {
            var arguments = new ArrayList<>(QUIET);
            if ("root".equals(System.getProperty("user.name"))) {
                // Chromium's own sandbox does not start for root.
                arguments.add("--no-sandbox");
            }
            var environment = new HashMap<>(System.getenv());
            environment.put("HOME", made(user).toString());
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program())
                            .setEnv(environment)
                            .setArgs(arguments));
        }

        private static Path made(Path folder) {
            try {
                return Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
            blueprint.close();
        }
    }
}
