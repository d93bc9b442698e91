// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.model.account.ResetCode;
import app.homekeep.model.account.ResetRequest;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What people ask the owner for, and the owner's answers. Runs as long as the window is seen, since the rail says how
/// many wait. FX thread only.
final class RequestsViewModel {
    private final Text text;
    private final Admin admin;
    private final Deeds deeds;
    private final Live<Waiting> waiting;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

    /// All that waits.
    record Waiting(List<RegistrationRequest> registrations, List<ResetRequest> forgotten) {
        int count() {
            return registrations.size() + forgotten.size();
        }
    }

    RequestsViewModel(Text text, Live.Source source, Admin admin, Deeds deeds) {
        this.text = text;
        this.admin = admin;
        this.deeds = deeds;
        waiting = new Live<>(
                source,
                () -> new Waiting(
                        admin.requests().registrations(), admin.requests().forgotten()),
                AdminEvents.REQUESTS_CHANGED);
        waiting.value()
                .addListener(
                        (_, _, _) -> count.set(waiting.now().map(Waiting::count).orElse(0)));
    }

    ReadOnlyObjectProperty<Load<Waiting>> waiting() {
        return waiting.value();
    }

    ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    void onShow() {
        waiting.onShow();
    }

    void onHide() {
        waiting.onHide();
    }

    void load() {
        waiting.load();
    }

    void accept(RegistrationRequest request, String role) {
        deeds.run(
                () -> admin.requests().accept(request.id(), new Acceptance(role)),
                text.get("requests.accepted", request.displayName()),
                this::load);
    }

    void decline(RegistrationRequest request) {
        deeds.run(
                () -> admin.requests().decline(request.id()),
                text.get("requests.declined", request.displayName()),
                this::load);
    }

    /// Makes a one-time code, which answers the request.
    ///
    /// @param show gets the code, which is not kept
    void giveCode(ResetRequest request, Consumer<ResetCode> show) {
        deeds.get(
                () -> admin.people().resetPassword(request.userId()),
                code -> {
                    show.accept(code);
                    load();
                },
                this::load);
    }

    void dismiss(ResetRequest request) {
        deeds.run(
                () -> admin.requests().dismiss(request.id()),
                text.get("requests.dismissed", request.displayName()),
                this::load);
    }
}
