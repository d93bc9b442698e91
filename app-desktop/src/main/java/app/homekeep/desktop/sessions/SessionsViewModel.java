// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Page;
import app.homekeep.model.session.SessionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Who is signed in, as of now, and the way to end it. FX thread only.
final class SessionsViewModel {
    /// More than this many are too many to look at; the rest can still be signed out all at once.
    private static final int AT_MOST = 2_000;

    private final Text text;
    private final AdminApi api;
    private final Deeds deeds;
    private final Live<List<SessionRow>> rows;

    SessionsViewModel(Text text, Live.Source source, AdminApi api, Deeds deeds) {
        this.text = text;
        this.api = api;
        this.deeds = deeds;
        rows = new Live<>(source, () -> SessionRow.grouped(everySession()), AdminEvents.SESSIONS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<SessionRow>>> rows() {
        return rows.value();
    }

    /// Whether there is a server to ask.
    ReadOnlyBooleanProperty serverUp() {
        return rows.serverUp();
    }

    void onShow() {
        rows.onShow();
    }

    void onHide() {
        rows.onHide();
    }

    /// Asks again; what is on screen stays until the answer is there.
    void load() {
        rows.load();
    }

    /// How many sessions are signed in.
    int count() {
        return (int) rows.now().stream()
                .flatMap(List::stream)
                .filter(SessionRow.Browser.class::isInstance)
                .count();
    }

    /// What the button of a session does, in full.
    String signOutWords(SessionInfo session) {
        return named("sessions.sign_out", session);
    }

    void signOut(SessionInfo session) {
        deeds.run(() -> api.revokeSession(session.id()), named("sessions.signed_out", session), this::load);
    }

    void signOutAllOf(String user) {
        deeds.run(() -> api.revokeSessionsOf(user), text.get("sessions.signed_out_all_of", user), this::load);
    }

    void signOutEverybody() {
        deeds.run(api::revokeAllSessions, text.get("sessions.signed_out_everybody"), this::load);
    }

    /// A device that bears its holder's name isn't said to be theirs twice.
    private String named(String key, SessionInfo session) {
        boolean says = session.device()
                .toLowerCase(Locale.ROOT)
                .contains(session.user().toLowerCase(Locale.ROOT));
        return says ? text.get(key + ".device", session.device()) : text.get(key, session.user(), session.device());
    }

    private List<SessionInfo> everySession() {
        List<SessionInfo> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<SessionInfo> page = api.sessions(after);
            all.addAll(page.items());
            after = Optional.ofNullable(page.next());
        } while (after.isPresent() && all.size() < AT_MOST);
        return all;
    }
}
