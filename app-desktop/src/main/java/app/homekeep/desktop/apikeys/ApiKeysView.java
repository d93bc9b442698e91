// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.apikeys;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Columns;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.WhileUp;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.apikey.ApiKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The API keys on screen, with the signing key below.
final class ApiKeysView implements Screen {
    private static final double ROOMY = 780;
    private static final double MIDDLE = 560;

    private final Text text;
    private final Formats formats;
    private final ApiKeysViewModel model;
    private final SigningKeysViewModel signing;
    private final Dialogs dialogs;
    private final AccessWords words;
    private final Node node;

    /// @param onNew begins a new key
    ApiKeysView(
            Text text,
            Formats formats,
            ApiKeysViewModel model,
            SigningKeysViewModel signing,
            Dialogs dialogs,
            ObservableValue<Number> zoom,
            Runnable onNew) {
        this.text = text;
        this.formats = formats;
        this.model = model;
        this.signing = signing;
        this.dialogs = dialogs;
        words = new AccessWords(text);
        TableView<ApiKey> table = table(zoom);
        var list = new LoadPane<>(
                text,
                model.keys(),
                model::load,
                table,
                keys -> table.getItems().setAll(keys),
                List::isEmpty,
                new EmptyState(Icons.KEY, text.get("api_keys.empty"), text.get("api_keys.empty.words")));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(160);
        var content = new VBox(16, list, new SigningCard(text, formats, signing, dialogs).node());
        Button all = Buttons.danger("revoke-all", text.get("api_keys.revoke_all"), Icons.DELETE, this::askAll);
        Button fresh = Buttons.primary("new-key-button", text.get("api_keys.new"), Icons.ADD, onNew);
        fresh.disableProperty().bind(model.serverUp().not());
        model.keys().addListener((_, _, _) -> all.setDisable(model.count() == 0));
        all.setDisable(model.count() == 0);
        node = new ScreenLayout(
                text.get("route.api_keys"),
                new WhileUp(text, model.serverUp(), content, text.get("api_keys.down.words")),
                all,
                fresh);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
        signing.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
        signing.onHide();
    }

    private TableView<ApiKey> table(ObservableValue<Number> zoom) {
        var table = new TableView<ApiKey>();
        new Columns<>(table, "api-keys", text.get("route.api_keys"), zoom)
                .words(text.get("api_keys.name"), 130, ApiKey::name)
                .words(text.get("api_keys.owner"), 90, ApiKey::user)
                .words(text.get("api_keys.permissions"), 140, this::permissions)
                .from(ROOMY)
                .cells(text.get("api_keys.used"), 130, this::used)
                .from(MIDDLE)
                .cells(text.get("api_keys.age"), 100, this::age)
                .words(text.get("api_keys.expires"), 100, this::expires)
                .from(ROOMY)
                .cells(text.get("api_keys.action"), 130, (cell, key) -> {
                    var revoke = Buttons.danger(
                            "revoke-" + key.id(), text.get("api_keys.revoke"), Icons.CLOSE, () -> ask(key));
                    revoke.getStyleClass().add("tight");
                    cell.setGraphic(Buttons.named(revoke, text.get("api_keys.revoke.words", key.name())));
                });
        return table;
    }

    private String permissions(ApiKey key) {
        return key.permissions().stream()
                .sorted(Comparator.naturalOrder())
                .map(words::permission)
                .collect(Collectors.joining(", "));
    }

    private void used(TableCell<?, ?> cell, ApiKey key) {
        Instant at = key.lastUsedAt();
        String from = key.lastUsedAddress();
        cell.setText(at == null ? text.get("api_keys.used.never") : formats.moment(at));
        if (at != null) {
            cell.setTooltip(new Tooltip(
                    from == null ? formats.utc(at) : text.get("api_keys.used.from", formats.utc(at), from)));
        }
    }

    /// Amber where a new one should take its place.
    private void age(TableCell<?, ?> cell, ApiKey key) {
        var age = new Badge(
                text.get("api_keys.age.days", formats.since(key.createdAt()).toDays()),
                key.rotationDue() ? Badge.Tone.WARN : Badge.Tone.NEUTRAL);
        age.getStyleClass().add("badge-small");
        if (key.rotationDue()) {
            age.setTooltip(new Tooltip(text.get("api_keys.age.due")));
        }
        cell.setGraphic(age);
    }

    private String expires(ApiKey key) {
        Instant at = key.expiresAt();
        return at == null ? text.get("api_keys.expires.never") : formats.moment(at);
    }

    private void ask(ApiKey key) {
        dialogs.confirm(
                text.get("api_keys.revoke.title", key.name()),
                text.get("api_keys.revoke.what"),
                new Dialogs.Choice(
                        "confirm-revoke",
                        text.get("api_keys.revoke.words", key.name()),
                        true,
                        () -> model.revoke(key)));
    }

    private void askAll() {
        dialogs.confirm(
                text.get("api_keys.revoke_all.title", model.count()),
                text.get("api_keys.revoke.what"),
                new Dialogs.Choice("confirm-revoke-all", text.get("api_keys.revoke_all"), true, model::revokeAll));
    }
}
