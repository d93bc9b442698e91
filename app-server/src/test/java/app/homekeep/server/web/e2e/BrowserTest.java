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

/// A home of its own for each test, all with one home CA, which the browsers trust, and visitors that leave it in the
/// end; none of them may have seen an error.
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
    void openTheHome(Browser given, Blueprint blueprint) {
        browser = given;
        home = Home.startCopy(blueprint.home(), folder.resolve("home"));
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

    /// A browser at the LAN door, which trusts the home CA.
    Visitor visitor() {
        return welcome(Visitor.at(home.lan(), browser));
    }

    Visitor visitor(Browser.NewContextOptions options) {
        return welcome(Visitor.at(home.lan(), browser, options));
    }

    /// The same by the home's own name.
    Visitor byName() {
        return welcome(Visitor.at(home.lanByName(), browser));
    }

    /// A browser on the machine itself, at the local door.
    Visitor atTheMachine() {
        return welcome(Visitor.at(home.local(), browser));
    }

    /// One that comes to the welcome door.
    Visitor newcomer(Browser.NewContextOptions options) {
        return welcome(Visitor.at(home.welcome(), browser, options));
    }

    /// The owner's phone, signed in beside the browsers of the test.
    TestClient phone() {
        return home.otherDevice();
    }

    /// Minds a visitor until the test ends.
    Visitor welcome(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }
}
