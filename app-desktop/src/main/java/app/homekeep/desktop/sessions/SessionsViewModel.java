// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.sessions;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Page;
import app.homekeep.model.session.SessionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Who is signed in, as of now, and the way to end it. FX thread only.
final class SessionsViewModel {
    /// More than this many are too many to look at; the rest can still be signed out all at once.
    private static final int AT_MOST = 2_000;

    private final Text text;
    private final Supervisor supervisor;
    private final AdminApi api;
    private final AdminEvents events;
    private final Background background;
    private final Notices notices;
    private final Latest asking;
    private final ReadOnlyObjectWrapper<Load<List<SessionRow>>> rows =
            new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyBooleanWrapper serverUp = new ReadOnlyBooleanWrapper();
    private List<Runnable> running = List.of();

    SessionsViewModel(
            Text text,
            Supervisor supervisor,
            AdminApi api,
            AdminEvents events,
            Background background,
            Notices notices) {
        this.text = text;
        this.supervisor = supervisor;
        this.api = api;
        this.events = events;
        this.background = background;
        this.notices = notices;
        this.asking = new Latest(background);
    }

    ReadOnlyObjectProperty<Load<List<SessionRow>>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// Whether there is a server to ask.
    ReadOnlyBooleanProperty serverUp() {
        return serverUp.getReadOnlyProperty();
    }

    void onShow() {
        running = List.of(supervisor.watch(this::enter), events.watch(event -> {
            if (event.equals(AdminEvents.SESSIONS_CHANGED)) {
                load();
            }
        }));
        enter(supervisor.state());
    }

    void onHide() {
        running.forEach(Runnable::run);
        running = List.of();
        asking.cancel();
    }

    /// Asks again; what is on screen stays until the answer is there.
    void load() {
        if (!serverUp.get()) {
            return;
        }
        asking.run(
                this::everySession,
                sessions -> rows.set(new Load.Ready<>(SessionRow.grouped(sessions))),
                problem -> rows.set(new Load.Failed<>(problem)));
    }

    /// How many sessions are signed in.
    int count() {
        return rows.get() instanceof Load.Ready<List<SessionRow>>(List<SessionRow> all)
                ? (int) all.stream()
                        .filter(SessionRow.Browser.class::isInstance)
                        .count()
                : 0;
    }

    /// What the button of a session does, in full.
    String signOutWords(SessionInfo session) {
        return named("sessions.sign_out", session);
    }

    void signOut(SessionInfo session) {
        change(() -> api.revokeSession(session.id()), named("sessions.signed_out", session));
    }

    void signOutAllOf(String user) {
        change(() -> api.revokeSessionsOf(user), text.get("sessions.signed_out_all_of", user));
    }

    void signOutEverybody() {
        change(api::revokeAllSessions, text.get("sessions.signed_out_everybody"));
    }

    /// A device that bears its holder's name isn't said to be theirs twice.
    private String named(String key, SessionInfo session) {
        boolean says = session.device()
                .toLowerCase(Locale.ROOT)
                .contains(session.user().toLowerCase(Locale.ROOT));
        return says ? text.get(key + ".device", session.device()) : text.get(key, session.user(), session.device());
    }

    private void enter(ServerState now) {
        boolean up = now instanceof ServerState.Running;
        boolean news = up != serverUp.get();
        serverUp.set(up);
        if (up) {
            load();
        } else if (news) {
            asking.cancel();
            rows.set(new Load.Loading<>());
        }
    }

    private void change(Runnable work, String words) {
        background.run(
                () -> {
                    work.run();
                    return true;
                },
                _ -> {
                    notices.done(words);
                    load();
                },
                problem -> {
                    notices.problem(text.problem(problem));
                    load();
                });
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
