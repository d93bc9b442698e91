// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.server.TestClient;
import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A fresh home for each test, and visitors that leave it in the end; none of them may have seen an error.
@ExtendWith(WithChromium.class)
abstract class BrowserTest {
    private final List<Visitor> visitors = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @SuppressWarnings("NullAway.Init")
    private Home home;

    @BeforeEach
    void openTheHome(Browser given) {
        browser = given;
        home = Home.start(folder.resolve("home"));
    }

    @AfterEach
    void closeTheHome() {
        List<String> errors =
                visitors.stream().flatMap(visitor -> visitor.errors().stream()).toList();
        visitors.forEach(Visitor::close);
        home.close();
        assertThat(errors).isEmpty();
    }

    Home home() {
        return home;
    }

    Browser browser() {
        return browser;
    }

    /// A browser at the local door.
    Visitor visitor() {
        return welcome(Visitor.at(home.local(), browser));
    }

    Visitor visitor(Browser.NewContextOptions options) {
        return welcome(Visitor.at(home.local(), browser, options));
    }

    /// A browser at the LAN door.
    Visitor fromTheLan() {
        return welcome(Visitor.at(home.lan(), browser));
    }

    /// The owner's phone, signed in beside the browsers of the test.
    TestClient phone() {
        return home.otherDevice();
    }

    private Visitor welcome(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }
}
