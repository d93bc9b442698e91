// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Columns;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.invite.Invite;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/// The invites on screen.
final class InvitesView implements Screen {
    private static final double ROOMY = 640;

    private final InvitesViewModel model;
    private final Node node;

    InvitesView(
            Text text, Formats formats, InvitesViewModel model, PeopleViewModel people, ObservableValue<Number> zoom) {
        this.model = model;
        var words = new AccessWords(text);
        var table = new TableView<Invite>();
        new Columns<>(table, "invites", text.get("people.section.invites"), zoom)
                .words(text.get("invites.who"), 150, model::who)
                .words(text.get("people.role"), 110, invite -> words.role(invite.role(), people.roles()))
                .words(text.get("route.spaces"), 110, invite -> String.join(", ", invite.spaces()))
                .from(ROOMY)
                .words(text.get("invites.by"), 110, Invite::by)
                .from(ROOMY)
                .words(text.get("invites.until"), 150, invite -> formats.moment(invite.expiresAt()))
                .cells(text.get("invites.action"), 140, (cell, invite) -> {
                    var revoke = Buttons.danger(
                            "revoke-" + invite.id(),
                            text.get("invites.revoke"),
                            Icons.CLOSE,
                            () -> model.revoke(invite));
                    revoke.getStyleClass().add("tight");
                    cell.setGraphic(Buttons.named(revoke, text.get("invites.revoke.words", model.who(invite))));
                });
        node = new LoadPane<>(
                text,
                model.invites(),
                model::load,
                table,
                invites -> table.getItems().setAll(invites),
                List::isEmpty,
                new EmptyState(Icons.INVITE, text.get("invites.empty"), text.get("invites.empty.words")));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }
}
