// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.shell.MainWindow;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks every screen in every look as somebody would who can't see it, or can't use a mouse, or needs it larger.
class WalkTest {
    static Stream<Arguments> looks() {
        List<Arguments> looks = new ArrayList<>();
        for (Language language : Language.values()) {
            for (Theme.Look look : List.of(Theme.Look.LIGHT, Theme.Look.DARK)) {
                for (int zoom : List.of(100, 150)) {
                    looks.add(Arguments.of(language, look, zoom));
                }
            }
        }
        return looks.stream();
    }

    /// One window for a look: to build one costs as much as to walk it.
    @ParameterizedTest
    @MethodSource("looks")
    @Tag("DC-06")
    void every_screen_can_be_heard_and_read_and_reached_by_keyboard(Language language, Theme.Look look, int zoom) {
        var panel = new PanelFixture(language, look, zoom);
        var window = panel.running();

        for (Route route : Route.values()) {
            panel.ui.run(() -> window.router().go(route));
            walk(panel, route.id());
        }
        people(panel, window);
        settings(panel, window);
        troubles(panel, window);
    }

    private static void people(PanelFixture panel, MainWindow window) {
        panel.ui.run(() -> {
            panel.house.approvals.wants("anna", "Anna", "Anna’s iPhone", "47");
            panel.house.events.happen(AdminEvents.APPROVALS_CHANGED);
            window.router().go(Route.PEOPLE);
        });
        sections(panel, "requests", "invites", "roles", "blocked", "people");
        for (int row = 0; row < 6; row++) {
            int at = row;
            panel.ui.run(() -> panel.ui
                    .find("#people", TableView.class)
                    .getSelectionModel()
                    .clearAndSelect(at));
            walk(panel, "person " + row);
        }
    }

    private static void settings(PanelFixture panel, MainWindow window) {
        panel.ui.run(() -> {
            panel.house.certificate.daysLeft(6);
            window.router().go(Route.SETTINGS);
        });
        sections(panel, "certificate", "proxy", "devices", "doctor", "network");
        panel.ui.run(() -> panel.ui.find("#settings-search", TextField.class).setText("e"));
        walk(panel, "search");
        panel.ui.run(() -> panel.ui.find("#settings-search", TextField.class).setText(""));
    }

    /// What is seen when something is not as usual: each reason for a closed door, and the lockdown.
    private static void troubles(PanelFixture panel, MainWindow window) {
        panel.ui.run(() -> window.router().go(Route.OVERVIEW));
        for (String why : List.of("setting", "command_line", "port_taken", "failed", "anything")) {
            closed(panel, () -> panel.house.api.closeDoor(why));
            walk(panel, "closed by " + why);
        }
        closed(panel, () -> panel.house.networks.moveTo("172.20.10.1", "172.20.10.0/28"));
        walk(panel, "an unknown network");
        panel.ui.run(() -> {
            panel.house.lockdown.lock();
            panel.house.events.happen(AdminEvents.LOCKDOWN_CHANGED);
        });
        walk(panel, "lockdown");
        panel.ui.run(() -> window.router().go(Route.OVERVIEW));
        walk(panel, "overview in lockdown");
    }

    private static void closed(PanelFixture panel, Runnable how) {
        panel.ui.run(() -> {
            how.run();
            panel.house.events.happen(AdminEvents.NETWORK_CHANGED);
        });
    }

    private static void sections(PanelFixture panel, String... sections) {
        for (String section : sections) {
            panel.ui.run(() ->
                    panel.ui.find("#section-" + section, ToggleButton.class).fire());
            walk(panel, section);
        }
    }

    private static void walk(PanelFixture panel, String where) {
        Set<Node> met = panel.ui.tabOrder();
        Seen seen = panel.ui.on(() -> look(panel.ui.stage().getScene(), met));

        assertThat(seen.nameless()).as("without a name on %s", where).isEmpty();
        assertThat(seen.truncated()).as("truncated on %s", where).isEmpty();
        assertThat(seen.unreached()).as("out of Tab's reach on %s", where).isEmpty();
    }

    /// What is wrong with what is on screen; looked at in one go, since each look waits for the FX thread.
    private record Seen(List<Node> nameless, List<String> truncated, List<Node> unreached) {}

    private static Seen look(Scene scene, Set<Node> met) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<Node> nodes = shown(scene.getRoot());
        return new Seen(nameless(nodes), truncated(nodes), unreached(nodes, met));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_step_of_the_welcome_can_be_heard_and_read(Language language, Theme.Look look, int zoom) {
        var panel = new PanelFixture(language, look, zoom);
        panel.welcome();

        for (int step = 1; step <= 2; step++) {
            walk(panel, "step " + step);
            panel.ui.run(() -> panel.ui.find("#next", Button.class).fire());
        }
    }

    private static List<Node> shown(Node node) {
        List<Node> all = new ArrayList<>();
        if (node.isVisible()) {
            all.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> all.addAll(shown(child)));
            }
        }
        return all;
    }

    private static List<Node> nameless(List<Node> nodes) {
        return nodes.stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> node.getAccessibleText() == null
                        || node.getAccessibleText().isBlank())
                .filter(node -> !(node instanceof Labeled words)
                        || words.getText() == null
                        || words.getText().isBlank())
                .toList();
    }

    /// Cells of tables have the whole text in their tooltip.
    private static List<String> truncated(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> node instanceof Labeled && !(node instanceof TableCell))
                .map(Labeled.class::cast)
                .filter(words -> words.getText() != null && !words.getText().isEmpty())
                .filter(words -> words.lookup(".text") instanceof Text drawn
                        && !drawn.getText()
                                .replace("\n", "")
                                .equals(words.getText().replace("\n", "")))
                .map(words -> words.getText() + " → " + ((Text) words.lookup(".text")).getText())
                .toList();
    }

    private static List<Node> unreached(List<Node> nodes, Set<Node> met) {
        return nodes.stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled() && !inTable(node) && !(node.getParent() instanceof ComboBoxBase))
                .filter(node -> !met.contains(node))
                .toList();
    }

    private static boolean inTable(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof TableView) {
                return true;
            }
        }
        return false;
    }
}
