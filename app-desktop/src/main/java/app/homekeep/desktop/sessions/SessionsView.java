// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The sessions on screen.
final class SessionsView implements Screen {
    private final Text text;
    private final SessionsViewModel model;
    private final Dialogs dialogs;
    private final Node node;
    private final Button everybody;

    SessionsView(
            Text text,
            Formats formats,
            SessionsViewModel model,
            Dialogs dialogs,
            ObservableValue<Number> zoom,
            Node asking,
            Runnable showOverview) {
        this.text = text;
        this.model = model;
        this.dialogs = dialogs;
        var table = new SessionsTable(text, formats, model, zoom, this::askAllOf).node();
        var nobody = new EmptyState(
                Icons.SESSIONS,
                text.get("sessions.empty"),
                text.get("sessions.empty.words"),
                Buttons.plain("show-addresses", text.get("sessions.empty.action"), Icons.LINK, showOverview));
        var list = new LoadPane<>(
                text, model.rows(), model::load, table, rows -> table.getItems().setAll(rows), List::isEmpty, nobody);
        everybody = Buttons.danger(
                "sign-out-everybody", text.get("sessions.everybody"), Icons.SIGN_OUT, this::askEverybody);
        var content = new VBox(12, asking, new WhileUp(text, model.serverUp(), list, text.get("sessions.down.words")));
        VBox.setVgrow(content.getChildren().getLast(), Priority.ALWAYS);
        node = new ScreenLayout(text.get("route.sessions"), content, everybody);
        model.serverUp().addListener((_, _, _) -> show());
        model.rows().addListener((_, _, _) -> show());
        show();
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

    private void show() {
        boolean somebody =
                model.rows().get() instanceof Load.Ready<List<SessionRow>>(List<SessionRow> rows) && !rows.isEmpty();
        everybody.setDisable(!model.serverUp().get() || !somebody);
    }

    private void askAllOf(String user) {
        dialogs.confirm(
                text.get("sessions.all_of.title", user),
                text.get("sessions.all_of.words", user),
                new Dialogs.Choice(
                        "confirm-all-of",
                        text.get("sessions.all_of.action", user),
                        true,
                        () -> model.signOutAllOf(user)));
    }

    private void askEverybody() {
        dialogs.confirm(
                text.get("sessions.everybody.title"),
                text.get("sessions.everybody.words", model.count()),
                new Dialogs.Choice("confirm-everybody", text.get("sessions.everybody"), true, model::signOutEverybody));
    }
}
