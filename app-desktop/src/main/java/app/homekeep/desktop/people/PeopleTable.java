// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.AccessWords;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Columns;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.User;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The list of people.
final class PeopleTable {
    private static final double ROOMY = 760;
    private static final double MIDDLE = 560;
    // Beside the details of a person, which say all of it.
    private static final double NARROW = 430;
    private static final double SLIM = 300;

    private final Text text;
    private final Formats formats;
    private final TableView<PagedRows.Slot<User>> table = new TableView<>();

    PeopleTable(Text text, Formats formats, PeopleViewModel model, ObservableValue<Number> zoom) {
        this.text = text;
        this.formats = formats;
        var words = new AccessWords(text);
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        new Columns<>(table, "people", text.get("route.people"), zoom)
                .cells(text.get("people.name"), 150, words(User::displayName))
                .cells(text.get("people.username"), 110, words(User::username))
                .from(MIDDLE)
                .cells(text.get("people.role"), 110, words(user -> words.role(user.role(), model.roles())))
                .from(NARROW)
                .cells(text.get("people.state"), 120, here((cell, user) -> cell.setGraphic(state(text, user))))
                .from(SLIM)
                .cells(text.get("people.totp"), 110, here(this::totp))
                .from(ROOMY)
                .cells(text.get("people.seen"), 120, here(this::seen))
                .from(MIDDLE);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, slot) -> {
            if (slot instanceof PagedRows.Slot.Here<User>(User user)) {
                model.choose(Optional.of(user));
            }
        });
        model.rolesLoad().addListener((_, _, _) -> table.refresh());
        model.chosen().addListener((_, _, now) -> {
            if (now.isEmpty()) {
                table.getSelectionModel().clearSelection();
            }
        });
    }

    TableView<PagedRows.Slot<User>> node() {
        return table;
    }

    /// @param chosen stays selected, where it is on a page that is here
    void show(PagedRows<User> rows, Optional<User> chosen) {
        table.setItems(rows);
        chosen.ifPresent(user -> rows.find(row -> row.id().equals(user.id()))
                .ifPresent(row -> table.getSelectionModel().select(new PagedRows.Slot.Here<>(row))));
    }

    /// How a state is called and coloured.
    static Badge state(Text text, User user) {
        Badge badge = switch (user.state()) {
            case INVITED -> new Badge(text.get("people.state.invited"), Badge.Tone.ACCENT);
            case ACTIVE -> new Badge(text.get("people.state.active"), Badge.Tone.GOOD);
            case BLOCKED -> new Badge(text.get("people.state.blocked"), Badge.Tone.BAD);
            case DEACTIVATED -> new Badge(text.get("people.state.deactivated"), Badge.Tone.NEUTRAL);
        };
        badge.getStyleClass().add("badge-small");
        return badge;
    }

    /// Whether signing in takes a code, or should.
    static String totp(Text text, User user) {
        if (user.totp()) {
            return text.get("people.totp.on");
        }
        return text.get(user.requireTotp() ? "people.totp.due" : "people.totp.off");
    }

    private void totp(TableCell<?, ?> cell, User user) {
        cell.setText(totp(text, user));
        if (user.totp()) {
            cell.setGraphic(Icons.OK.node("good-icon"));
        } else if (user.requireTotp()) {
            cell.setGraphic(Icons.WARNING.node("warn-icon"));
        }
    }

    private void seen(TableCell<?, ?> cell, User user) {
        Instant at = user.lastSeenAt();
        cell.setText(at == null ? text.get("people.seen.never") : formats.moment(at));
        if (at != null) {
            cell.setTooltip(new Tooltip(formats.utc(at)));
        }
    }

    private static BiConsumer<TableCell<PagedRows.Slot<User>, PagedRows.Slot<User>>, PagedRows.Slot<User>> words(
            Function<User, String> words) {
        return here((cell, user) -> {
            cell.setText(words.apply(user));
            cell.setTooltip(new Tooltip(words.apply(user)));
        });
    }

    private static BiConsumer<TableCell<PagedRows.Slot<User>, PagedRows.Slot<User>>, PagedRows.Slot<User>> here(
            BiConsumer<TableCell<?, ?>, User> draw) {
        return (cell, slot) -> {
            if (slot instanceof PagedRows.Slot.Here<User>(User user)) {
                draw.accept(cell, user);
            } else {
                cell.setText("–");
            }
        };
    }
}
