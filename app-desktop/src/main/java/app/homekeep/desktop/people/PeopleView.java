// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.shell.Sections;
import app.homekeep.desktop.text.Text;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// The screen of people: its sections, one at a time. The list of people follows the server in all of them, since it
/// knows the roles.
final class PeopleView implements Screen {
    private final Text text;
    private final PeopleViewModel people;
    private final RequestsViewModel requests;
    private final Sections<Section> sections;
    private final Node node;

    PeopleView(
            Text text,
            PeopleViewModel people,
            RequestsViewModel requests,
            PersonDialogs dialogs,
            Map<Section, Screen> parts) {
        this.text = text;
        this.people = people;
        this.requests = requests;
        sections = new Sections<>(text, parts, new SimpleObjectProperty<>(Section.PEOPLE), Section::title);
        Button add = Buttons.plain("add", text.get("people.add"), Icons.ADD, dialogs::add);
        Button invite = Buttons.primary("invite", text.get("people.invite"), Icons.INVITE, dialogs::invite);
        add.disableProperty().bind(people.serverUp().not());
        invite.disableProperty().bind(people.serverUp().not());
        node = new ScreenLayout(
                text.get("route.people"),
                new WhileUp(text, people.serverUp(), sections, text.get("people.down.words")),
                add,
                invite);
        requests.count().addListener((_, _, _) -> label());
        label();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        people.onShow();
        sections.onShow();
    }

    @Override
    public void onHide() {
        sections.onHide();
        people.onHide();
    }

    private void label() {
        int count = requests.count().get();
        String title = text.get(Section.REQUESTS.title());
        sections.button(Section.REQUESTS).setText(count == 0 ? title : text.get("rail.waiting", title, count));
    }
}
