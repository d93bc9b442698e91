// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.PeopleApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.PasswordStrength;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Role;
import app.homekeep.model.Rules;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.account.User;
import app.homekeep.model.account.UserChange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// An account being made by hand, or changed. FX thread only.
final class PersonFormViewModel {
    final Field username = new Field();
    final Field displayName = new Field();
    final Field password = new Field();
    final ObjectProperty<String> role = new SimpleObjectProperty<>(Role.USER.wire());
    final FormState state;

    private final Text text;
    private final PeopleApi api;
    private final Optional<User> before;

    /// @param before who is changed; empty to make somebody new
    PersonFormViewModel(Text text, PeopleApi api, Background background, Optional<User> before) {
        this.text = text;
        this.api = api;
        this.before = before;
        state = new FormState(text, background);
        before.ifPresent(user -> {
            username.value.set(user.username());
            displayName.value.set(user.displayName());
            role.set(user.role());
        });
    }

    /// Whether there is a role to choose: the owner stays the owner.
    boolean choosesRole() {
        return before.map(user -> !user.role().equals(Role.OWNER.wire())).orElse(true);
    }

    boolean isNew() {
        return before.isEmpty();
    }

    PasswordStrength strength() {
        return PasswordStrength.of(password.value.get(), List.of(username.words(), displayName.words()));
    }

    /// Sends it when what was typed makes sense; otherwise says what doesn't.
    ///
    /// @param onDone gets how the person is called now
    void send(Consumer<String> onDone) {
        // All are looked at, so that all is said.
        boolean name = username.check(usernameWrong());
        boolean shown = displayName.check(displayNameWrong());
        boolean secret = password.check(isNew() ? passwordWrong() : "");
        if (!name || !shown || !secret) {
            return;
        }
        String called = displayName.words().isEmpty() ? username.words() : displayName.words();
        Runnable work = before.<Runnable>map(user -> changes(user)).orElseGet(this::makes);
        state.send(
                () -> {
                    work.run();
                    return called;
                },
                done -> {
                    // Nothing on screen needs it any more.
                    password.value.set("");
                    onDone.accept(done);
                });
    }

    private Runnable makes() {
        var user = new NewUser(username.words(), role.get(), password.value.get(), false, displayName.words());
        return () -> api.create(user);
    }

    private Runnable changes(User user) {
        var change = new UserChange(
                username.words().equals(user.username()) ? null : username.words(),
                displayName.words().equals(user.displayName()) ? null : displayName.words(),
                role.get().equals(user.role()) ? null : role.get(),
                null,
                null,
                null);
        return () -> api.change(user.id(), change);
    }

    private String usernameWrong() {
        if (username.words().isEmpty()) {
            return text.get("form.username.missing");
        }
        try {
            Rules.username("username", username.words());
            return "";
        } catch (Invalid e) {
            return text.get("form.username.invalid");
        }
    }

    private String displayNameWrong() {
        if (displayName.words().isEmpty()) {
            return isNew() ? "" : text.get("form.name.missing");
        }
        boolean fits = displayName.words().codePointCount(0, displayName.words().length()) <= Limits.NAME_LONGEST;
        return fits ? "" : text.get("form.long", Limits.NAME_LONGEST);
    }

    private String passwordWrong() {
        String given = password.value.get();
        if (given.codePointCount(0, given.length()) > Limits.PASSWORD_LONGEST) {
            return text.get("form.long", Limits.PASSWORD_LONGEST);
        }
        return switch (strength()) {
            case TOO_SHORT -> text.get("form.password.short", Limits.PASSWORD_SHORTEST);
            case EASY -> text.get("form.password.easy");
            case FAIR, GOOD, STRONG -> "";
        };
    }
}
