// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
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
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
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

    @ParameterizedTest
    @MethodSource("looks")
    void every_screen_can_be_heard_and_read_and_reached_by_keyboard(Language language, Theme.Look look, int zoom) {
        var panel = new PanelFixture(language, look, zoom);
        var window = panel.running();

        for (Route route : Route.values()) {
            panel.ui.run(() -> window.router().go(route));
            walk(panel, look, route.id());
        }
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_part_of_people_can_be_heard_and_read_and_reached(Language language, Theme.Look look, int zoom) {
        var panel = new PanelFixture(language, look, zoom);
        var window = panel.running();
        panel.ui.run(() -> {
            panel.house.approvals.wants("anna", "Anna", "Anna’s iPhone", "47");
            panel.house.events.happen(AdminEvents.APPROVALS_CHANGED);
            window.router().go(Route.PEOPLE);
        });

        for (String section : List.of("requests", "invites", "roles", "blocked", "people")) {
            panel.ui.run(() ->
                    panel.ui.find("#section-" + section, ToggleButton.class).fire());
            walk(panel, look, section);
        }
        for (int row = 0; row < 6; row++) {
            int at = row;
            panel.ui.run(() -> panel.ui
                    .find("#people", TableView.class)
                    .getSelectionModel()
                    .clearAndSelect(at));
            walk(panel, row == 2 ? look : Theme.Look.DARK, "person " + row);
        }
    }

    private static void walk(PanelFixture panel, Theme.Look look, String where) {
        Scene scene = panel.ui.stage().getScene();
        List<Node> nodes = panel.ui.on(() -> {
            scene.getRoot().layout();
            return shown(scene.getRoot());
        });

        assertThat(panel.ui.on(() -> nameless(nodes)))
                .as("without a name on %s", where)
                .isEmpty();
        assertThat(panel.ui.on(() -> truncated(nodes)))
                .as("truncated on %s", where)
                .isEmpty();
        // Colours don't change what the Tab key reaches, so one look is enough for it.
        assertThat(look == Theme.Look.LIGHT ? unreached(panel, nodes) : List.of())
                .as("out of Tab's reach on %s", where)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_step_of_the_welcome_can_be_heard_and_read(Language language, Theme.Look look, int zoom) {
        var panel = new PanelFixture(language, look, zoom);
        panel.welcome();
        Scene scene = panel.ui.stage().getScene();

        for (int step = 1; step <= 2; step++) {
            List<Node> nodes = panel.ui.on(() -> shown(scene.getRoot()));

            assertThat(panel.ui.on(() -> nameless(nodes))).isEmpty();
            assertThat(panel.ui.on(() -> truncated(nodes))).isEmpty();
            assertThat(look == Theme.Look.LIGHT ? unreached(panel, nodes) : List.of())
                    .isEmpty();
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

    private static List<Node> unreached(PanelFixture panel, List<Node> nodes) {
        Scene scene = panel.ui.stage().getScene();
        Set<Node> met = new HashSet<>();
        for (int i = 0; i < 160; i++) {
            panel.ui.tab();
            Node owner = panel.ui.on(scene::getFocusOwner);
            if (owner == null || !met.add(owner)) {
                break;
            }
        }
        return panel.ui.on(() -> nodes.stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled() && !inTable(node) && !(node.getParent() instanceof ComboBoxBase))
                .filter(node -> !met.contains(node))
                .toList());
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
