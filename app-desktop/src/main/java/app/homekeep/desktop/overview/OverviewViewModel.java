// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.TakenPort;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.session.SessionInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the overview shows and can do. FX thread only.
final class OverviewViewModel {
    /// As often as the chart gets a point: its span over its points.
    static final Duration LOOK = TrafficHistory.SPAN.dividedBy(TrafficHistory.POINTS);

    private final Supervisor supervisor;
    private final AdminApi api;
    private final AdminEvents events;
    private final Background background;
    private final Ticker ticker;
    private final Clock clock;
    private final Ports ports;
    private final Latest asking;
    private final Latest askingWho;
    private final TrafficHistory history = new TrafficHistory();

    private final ReadOnlyObjectWrapper<ServerState> state;
    private final ReadOnlyObjectWrapper<Load<ServerStatus>> status = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<List<SessionInfo>> signedIn = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<TrafficHistory.Point>> traffic = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<OptionalInt> otherPort = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyIntegerWrapper ticks = new ReadOnlyIntegerWrapper();
    private List<Runnable> running = List.of();

    OverviewViewModel(
            Supervisor supervisor,
            AdminApi api,
            AdminEvents events,
            Background background,
            Ticker ticker,
            Clock clock,
            Ports ports) {
        this.supervisor = supervisor;
        this.api = api;
        this.events = events;
        this.background = background;
        this.ticker = ticker;
        this.clock = clock;
        this.ports = ports;
        this.asking = new Latest(background);
        this.askingWho = new Latest(background);
        this.state = new ReadOnlyObjectWrapper<>(supervisor.state());
    }

    ReadOnlyObjectProperty<ServerState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Load<ServerStatus>> status() {
        return status.getReadOnlyProperty();
    }

    /// Who is signed in now, those seen last first.
    ReadOnlyObjectProperty<List<SessionInfo>> signedIn() {
        return signedIn.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<TrafficHistory.Point>> traffic() {
        return traffic.getReadOnlyProperty();
    }

    /// A port to use instead of one that is taken.
    ReadOnlyObjectProperty<OptionalInt> otherPort() {
        return otherPort.getReadOnlyProperty();
    }

    /// Changes with time, for what says how long something has lasted.
    ReadOnlyIntegerProperty ticks() {
        return ticks.getReadOnlyProperty();
    }

    void onShow() {
        running = List.of(supervisor.watch(this::enter), events.watch(this::happened), ticker.every(LOOK, this::look));
        enter(supervisor.state());
    }

    void onHide() {
        running.forEach(Runnable::run);
        running = List.of();
        asking.cancel();
        askingWho.cancel();
    }

    void start() {
        supervisor.start();
    }

    void stop() {
        supervisor.stop();
    }

    void restart() {
        supervisor.restart();
    }

    /// Uploads and downloads that a stop would wait for, as far as is known.
    int transfers() {
        return status.get() instanceof Load.Ready<ServerStatus>(ServerStatus now) ? now.transfers() : 0;
    }

    /// Opens the door on another port from now on, and starts the server.
    void useOtherPort() {
        if (state.get() instanceof ServerState.Crashed crash) {
            TakenPort.of(crash.code())
                    .ifPresent(taken -> otherPort.get().ifPresent(port -> {
                        ports.use(taken.door(), port);
                        supervisor.start();
                    }));
        }
    }

    /// Where to reach the server from this computer.
    Optional<String> pageHere() {
        return state.get() instanceof ServerState.Running running
                ? Optional.of(running.info().local())
                : Optional.empty();
    }

    /// Asks the server again.
    void look() {
        ticks.set(ticks.get() + 1);
        if (state.get() instanceof ServerState.Running && !asking.waiting()) {
            asking.run(api::status, this::seen, problem -> {
                // One miss is nothing: the supervisor says when the server is gone.
                if (!(status.get() instanceof Load.Ready<ServerStatus>)) {
                    status.set(new Load.Failed<>(problem));
                }
            });
        }
    }

    private void enter(ServerState now) {
        boolean news = !now.equals(state.get());
        state.set(now);
        if (now instanceof ServerState.Running) {
            look();
            askWho();
        } else if (news) {
            asking.cancel();
            askingWho.cancel();
            status.set(new Load.Loading<>());
            signedIn.set(List.of());
        }
        if (now instanceof ServerState.Crashed crash) {
            TakenPort.of(crash.code())
                    .ifPresent(taken -> background.run(
                            () -> taken.instead(ports), otherPort::set, _ -> otherPort.set(OptionalInt.empty())));
        }
    }

    private void seen(ServerStatus now) {
        history.add(clock.instant(), now.traffic());
        traffic.set(history.points());
        status.set(new Load.Ready<>(now));
    }

    private void happened(String event) {
        switch (event) {
            case AdminEvents.SESSIONS_CHANGED -> askWho();
            case AdminEvents.TRANSFERS_CHANGED, AdminEvents.NETWORK_CHANGED, AdminEvents.LOCKDOWN_CHANGED -> look();
            default -> {}
        }
    }

    private void askWho() {
        if (state.get() instanceof ServerState.Running) {
            askingWho.run(
                    () -> api.sessions(Optional.empty()).items().stream()
                            .sorted((a, b) -> b.lastSeenAt().compareTo(a.lastSeenAt()))
                            .toList(),
                    signedIn::set,
                    _ -> {});
        }
    }
}
