// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.User;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

/// The list of people with one of them beside it.
final class PeopleList implements Screen {
    private final PeopleViewModel model;
    private final PeopleTable table;
    private final BorderPane node = new BorderPane();

    PeopleList(Text text, Formats formats, PeopleViewModel model, PersonDialogs dialogs, ObservableValue<Number> zoom) {
        this.model = model;
        table = new PeopleTable(text, formats, model, zoom);
        node.setCenter(new LoadPane<>(
                text,
                model.people(),
                model::load,
                table.node(),
                this::fill,
                List::isEmpty,
                new EmptyState(Icons.PEOPLE, text.get("people.empty"), text.get("people.empty.words"))));
        var person = new PersonPane(text, formats, model, dialogs);
        model.chosen().addListener((_, before, now) -> {
            if (!before.equals(now)) {
                node.setRight(now.map(person::of).orElse(null));
            }
        });
    }

    @Override
    public Node node() {
        return node;
    }

    /// What it shows runs with the whole screen.
    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    private void fill(PagedRows<User> rows) {
        table.show(rows, model.chosen().get());
    }
}
