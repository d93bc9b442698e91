// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Text;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The screen of people: its sections, one at a time. The list of people follows the server in all of them, since it
/// knows the roles.
final class PeopleView implements Screen {
    private final Text text;
    private final PeopleViewModel people;
    private final RequestsViewModel requests;
    private final Map<Section, Screen> sections;
    private final Map<Section, ToggleButton> buttons = new EnumMap<>(Section.class);
    private final StackPane place = new StackPane();
    private final Node node;
    private Section shown = Section.PEOPLE;
    private boolean awake;

    PeopleView(
            Text text,
            PeopleViewModel people,
            RequestsViewModel requests,
            PersonDialogs dialogs,
            Map<Section, Screen> sections) {
        this.text = text;
        this.people = people;
        this.requests = requests;
        this.sections = new EnumMap<>(sections);
        var choices = new FlowPane(8, 8);
        for (Section section : Section.values()) {
            choices.getChildren().add(button(section));
        }
        VBox.setVgrow(place, Priority.ALWAYS);
        Button add = Buttons.plain("add", text.get("people.add"), Icons.ADD, dialogs::add);
        Button invite = Buttons.primary("invite", text.get("people.invite"), Icons.INVITE, dialogs::invite);
        add.disableProperty().bind(people.serverUp().not());
        invite.disableProperty().bind(people.serverUp().not());
        node = new ScreenLayout(
                text.get("route.people"),
                new WhileUp(text, people.serverUp(), new VBox(12, choices, place), text.get("people.down.words")),
                add,
                invite);
        requests.count().addListener((_, _, _) -> label());
        label();
        go(Section.PEOPLE);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        awake = true;
        people.onShow();
        if (shown != Section.PEOPLE) {
            section().onShow();
        }
    }

    @Override
    public void onHide() {
        awake = false;
        if (shown != Section.PEOPLE) {
            section().onHide();
        }
        people.onHide();
    }

    private void go(Section to) {
        if (awake && shown != to && shown != Section.PEOPLE) {
            section().onHide();
        }
        boolean other = shown != to;
        shown = to;
        place.getChildren().setAll(section().node());
        buttons.forEach((section, button) -> button.setSelected(section == to));
        if (awake && other && to != Section.PEOPLE) {
            section().onShow();
        }
    }

    private Screen section() {
        return Objects.requireNonNull(sections.get(shown));
    }

    private ToggleButton button(Section section) {
        var button = new ToggleButton(text.get(section.title()));
        button.setId("section-" + section.id());
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("section-button");
        button.setOnAction(_ -> go(section));
        buttons.put(section, button);
        return button;
    }

    private void label() {
        int count = requests.count().get();
        ToggleButton button = buttons.get(Section.REQUESTS);
        String title = text.get(Section.REQUESTS.title());
        if (button != null) {
            button.setText(count == 0 ? title : text.get("rail.waiting", title, count));
        }
    }
}
