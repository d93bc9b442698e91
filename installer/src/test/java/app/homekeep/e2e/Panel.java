// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.ControlDoor;
import app.homekeep.desktop.admin.HttpAdminEvents;
import app.homekeep.desktop.admin.RunFolder;
import app.homekeep.desktop.async.UiThread;
import app.homekeep.desktop.platform.FilePreferences;
import app.homekeep.desktop.server.FirstRun;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.ProcessFirstRun;
import app.homekeep.desktop.server.ServerProgram;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.desktop.server.ServerSupervisor;
import java.nio.file.Path;

/// All of a panel but its window.
final class Panel implements AutoCloseable {
    private final ServerSupervisor supervisor;
    private final FirstRun firstRun;
    private final Ports ports;
    private final Admin admin;
    private final AdminEvents events;

    Panel(Path data, ServerProgram program) {
        UiThread ui = new DirectUi();
        var run = new RunFolder(data);
        var door = new ControlDoor();
        ports = new Ports(new FilePreferences(data));
        supervisor = ServerSupervisor.of(data, () -> program, ports, run, door, ui);
        firstRun = new ProcessFirstRun(data, () -> program);
        admin = Admin.over(run, door);
        events = new HttpAdminEvents(run, door, ui::later);
    }

    ServerSupervisor supervisor() {
        return supervisor;
    }

    FirstRun firstRun() {
        return firstRun;
    }

    Ports ports() {
        return ports;
    }

    /// Everything the panel asks of the server.
    Admin admin() {
        return admin;
    }

    /// What it asks of it first of all.
    AdminApi api() {
        return admin.server();
    }

    AdminEvents events() {
        return events;
    }

    /// Waits for a state.
    <S extends ServerState> S await(Class<S> kind) {
        Await.until("the state " + kind.getSimpleName(), supervisor::state, () -> kind.isInstance(supervisor.state()));
        return kind.cast(supervisor.state());
    }

    /// Waits until another server than that one runs.
    Running awaitAnother(Running before) {
        Await.until(
                "another server",
                supervisor::state,
                () -> supervisor.state() instanceof Running now
                        && now.info().pid() != before.info().pid());
        return (Running) supervisor.state();
    }

    /// The panel ends; the server goes on.
    @Override
    public void close() {
        supervisor.close();
    }
}
