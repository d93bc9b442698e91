// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.Words;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Role;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.model.account.ResetRequest;
import app.homekeep.model.role.RoleInfo;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Those who would like an account, and those who forgot their password.
final class RequestsView implements Screen {
    private final Text text;
    private final Formats formats;
    private final RequestsViewModel model;
    private final PeopleViewModel people;
    private final PersonDialogs dialogs;
    private final VBox cards = new VBox(16);
    private final Node node;

    RequestsView(Text text, Formats formats, RequestsViewModel model, PeopleViewModel people, PersonDialogs dialogs) {
        this.text = text;
        this.formats = formats;
        this.model = model;
        this.people = people;
        this.dialogs = dialogs;
        cards.getStyleClass().add("scrolled");
        node = new LoadPane<>(
                text,
                model.waiting(),
                model::load,
                ScreenLayout.scrolling(cards),
                this::fill,
                waiting -> waiting.count() == 0,
                new EmptyState(Icons.OK, text.get("requests.empty"), text.get("requests.empty.words")));
    }

    @Override
    public Node node() {
        return node;
    }

    /// What it shows runs with the window.
    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    private void fill(RequestsViewModel.Waiting waiting) {
        cards.getChildren().clear();
        if (!waiting.registrations().isEmpty()) {
            var lines = new VBox(16);
            waiting.registrations().forEach(request -> lines.getChildren().add(registration(request)));
            cards.getChildren().add(new Card(text.get("requests.registrations"), lines));
        }
        if (!waiting.forgotten().isEmpty()) {
            var lines = new VBox(16);
            waiting.forgotten().forEach(request -> lines.getChildren().add(forgotten(request)));
            cards.getChildren().add(new Card(text.get("requests.forgotten"), lines));
        }
    }

    private Node registration(RegistrationRequest request) {
        String message = request.message();
        Node words = words(
                text.get("requests.who", request.displayName(), request.username()),
                text.get("requests.when", formats.moment(request.createdAt()), request.address()),
                message == null ? "" : text.get("requests.message", message));
        var decline = Buttons.plain(
                "decline-" + request.id(), text.get("requests.decline"), Icons.CLOSE, () -> model.decline(request));
        decline.setAccessibleText(text.get("requests.decline.words", request.displayName()));
        if (request.taken()) {
            return line(words, Labels.muted(text.get("requests.taken")), decline);
        }
        ComboBox<String> role = roles(request);
        var allow = Buttons.primary(
                "accept-" + request.id(),
                text.get("requests.accept"),
                Icons.DONE,
                () -> model.accept(request, role.getValue()));
        allow.setAccessibleText(text.get("requests.accept.words", request.displayName()));
        return line(words, role, decline, allow);
    }

    private ComboBox<String> roles(RegistrationRequest request) {
        List<RoleInfo> known = people.roles();
        var words = new AccessWords(text);
        var role = new ComboBox<String>();
        role.setId("role-" + request.id());
        role.setAccessibleText(text.get("requests.role", request.displayName()));
        role.setConverter(new Words<>(id -> words.role(id, known)));
        known.stream()
                .map(RoleInfo::id)
                .filter(id -> !id.equals(Role.OWNER.wire()) && !id.equals(Role.API.wire()))
                .forEach(role.getItems()::add);
        if (role.getItems().isEmpty()) {
            role.getItems().addAll(Role.USER.wire(), Role.VIEWER.wire());
        }
        role.setValue(Role.USER.wire());
        return role;
    }

    private Node forgotten(ResetRequest request) {
        Node words = words(
                text.get("requests.who", request.displayName(), request.user()),
                text.get("requests.when", formats.moment(request.createdAt()), request.address()),
                "");
        var dismiss = Buttons.plain(
                "dismiss-" + request.id(), text.get("requests.dismiss"), Icons.CLOSE, () -> model.dismiss(request));
        dismiss.setAccessibleText(text.get("requests.dismiss.words", request.displayName()));
        var give = Buttons.primary(
                "give-" + request.id(),
                text.get("requests.give"),
                Icons.PASSWORD,
                () -> model.giveCode(request, dialogs::show));
        give.setAccessibleText(text.get("requests.give.words", request.displayName()));
        return line(words, dismiss, give);
    }

    private static Node words(String who, String when, String message) {
        var box = new VBox(4, Labels.wrapping(Labels.strong(who)), Labels.wrapping(Labels.muted(when)));
        if (!message.isEmpty()) {
            Label said = Labels.wrapping(Labels.plain(message));
            box.getChildren().add(said);
        }
        return box;
    }

    /// The answers go below the words where there is no room beside them.
    private static Node line(Node words, Node... answers) {
        var actions = new FlowPane(8, 8, answers);
        actions.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return new VBox(8, words, actions);
    }
}
