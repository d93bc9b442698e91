// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.spaces;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.User;
import app.homekeep.model.space.ManagedSpace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// The shared spaces on screen, a card each.
final class SpacesView implements Screen {
    private final Text text;
    private final SpacesViewModel model;
    private final SpaceDialogs dialogs;
    private final Notices notices;
    private final Function<ManagedSpace, SpaceName> naming;
    private final VBox cards = new VBox(16);
    private final Node node;

    /// @param adding begins a new one, for these accounts
    /// @param naming begins another name
    SpacesView(
            Text text,
            SpacesViewModel model,
            SpaceDialogs dialogs,
            Notices notices,
            Function<List<User>, NewSpaceViewModel> adding,
            Function<ManagedSpace, SpaceName> naming) {
        this.text = text;
        this.model = model;
        this.dialogs = dialogs;
        this.notices = notices;
        this.naming = naming;
        cards.setId("spaces");
        var list = new LoadPane<>(
                text,
                model.seen(),
                model::load,
                ScreenLayout.scrolling(cards),
                this::fill,
                seen -> seen.spaces().isEmpty(),
                new EmptyState(Icons.FOLDER, text.get("spaces.empty"), text.get("spaces.empty.words")));
        Button add = Buttons.primary(
                "add-space",
                text.get("spaces.add"),
                Icons.ADD,
                () -> dialogs.add(adding.apply(model.users()), made -> {
                    notices.done(text.get("spaces.added", made.name()));
                    model.load();
                }));
        add.disableProperty().bind(model.serverUp().not());
        node = new ScreenLayout(
                text.get("route.spaces"),
                new WhileUp(text, model.serverUp(), list, text.get("spaces.down.words")),
                add);
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

    private void fill(SpacesViewModel.Seen seen) {
        Optional<String> focused =
                Optional.ofNullable(cards.getScene()).map(Scene::getFocusOwner).map(Node::getId);
        cards.getChildren()
                .setAll(seen.spaces().stream().map(space -> card(seen, space)).toList());
        // Whoever walks through it by keyboard goes on from where they were.
        focused.map(id -> cards.lookup("#" + id)).ifPresent(Node::requestFocus);
    }

    private Node card(SpacesViewModel.Seen seen, ManagedSpace space) {
        return new SpaceCard(text, model, seen, space)
                .node(
                        () -> dialogs.rename(naming.apply(space), () -> {
                            notices.done(text.get("spaces.renamed"));
                            model.load();
                        }),
                        () -> dialogs.remove(space, () -> model.remove(space)));
    }
}
