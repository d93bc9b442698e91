// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.Supervisor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Something of the server that is shown as it is now: asked for when it comes on screen and when the server comes up,
/// again with each event that changes it, and gone while no server runs. FX thread only.
public final class Live<T> {
    private final Source source;
    private final Set<String> changes;
    private final Callable<T> ask;
    private final Latest asking;
    private final ReadOnlyObjectWrapper<Load<T>> value = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyBooleanWrapper serverUp = new ReadOnlyBooleanWrapper();
    private List<Runnable> running = List.of();

    /// Where it comes from.
    public record Source(Supervisor supervisor, AdminEvents events, Background background) {}

    /// @param ask     gets it; runs in the background
    /// @param changes the names of the events after which it may be another
    public Live(Source source, Callable<T> ask, String... changes) {
        this.source = source;
        this.changes = Set.of(changes);
        this.ask = ask;
        this.asking = new Latest(source.background());
    }

    public ReadOnlyObjectProperty<Load<T>> value() {
        return value.getReadOnlyProperty();
    }

    /// What it is, where it is here.
    public Optional<T> now() {
        return value.get() instanceof Load.Ready<T>(T here) ? Optional.of(here) : Optional.empty();
    }

    /// Whether there is a server to ask.
    public ReadOnlyBooleanProperty serverUp() {
        return serverUp.getReadOnlyProperty();
    }

    /// Begins to follow the server.
    public void onShow() {
        onHide();
        running =
                List.of(source.supervisor().watch(this::enter), source.events().watch(event -> {
                    if (changes.contains(event)) {
                        load();
                    }
                }));
    }

    /// Stops following it; what is known stays.
    public void onHide() {
        running.forEach(Runnable::run);
        running = List.of();
        asking.cancel();
    }

    /// Asks again; what is on screen stays until the answer is there.
    public void load() {
        if (serverUp.get()) {
            asking.run(ask, here -> value.set(new Load.Ready<>(here)), this::fail);
        }
    }

    /// Shows what was asked for in another way.
    public void take(T here) {
        value.set(new Load.Ready<>(here));
    }

    /// Shows a problem in its place.
    public void fail(AdminProblem problem) {
        value.set(new Load.Failed<>(problem));
    }

    private void enter(ServerState now) {
        boolean up = now instanceof ServerState.Running;
        boolean news = up != serverUp.get();
        serverUp.set(up);
        if (up) {
            load();
        } else if (news) {
            asking.cancel();
            value.set(new Load.Loading<>());
        }
    }
}
