// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.ControlDoor;
import app.homekeep.desktop.admin.HttpAdminEvents;
import app.homekeep.desktop.admin.RunFolder;
import app.homekeep.desktop.async.UiThread;
import app.homekeep.desktop.async.VirtualThreads;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.platform.DialogFilePicker;
import app.homekeep.desktop.platform.FilePreferences;
import app.homekeep.desktop.platform.Screens;
import app.homekeep.desktop.platform.SingleInstance;
import app.homekeep.desktop.platform.SystemBrowser;
import app.homekeep.desktop.platform.SystemClipboard;
import app.homekeep.desktop.platform.WindowPlacement;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.ProcessFirstRun;
import app.homekeep.desktop.server.ServerProgram;
import app.homekeep.desktop.server.ServerSupervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The panel as the desktop starts it: one window, on the welcome or on the overview.
public final class DesktopApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApp.class);
    private static final double WIDTH = 1100;
    private static final double HEIGHT = 720;

    private @Nullable SingleInstance instance;
    private @Nullable ServerSupervisor supervisor;

    @Override
    public void start(Stage stage) throws IOException {
        Path data = DataFolder.from(getParameters().getRaw());
        Optional<SingleInstance> mine = SingleInstance.claim(data, () -> UiThread.FX.later(() -> bringToFront(stage)));
        if (mine.isEmpty()) {
            LOG.info("another panel already shows this server");
            Platform.exit();
            return;
        }
        instance = mine.get();
        var preferences = new FilePreferences(data);
        var run = new RunFolder(data);
        var door = new ControlDoor();
        var watched = ServerSupervisor.of(data, ServerProgram::own, new Ports(preferences), run, door, UiThread.FX);
        supervisor = watched;
        var firstRun = new ProcessFirstRun(data, ServerProgram::own);
        var context = new AppContext(new AppContext.World(
                watched,
                firstRun,
                Admin.over(run, door),
                new HttpAdminEvents(run, door, UiThread.FX::later),
                new VirtualThreads(UiThread.FX),
                Ticker.FX,
                Clock.system(ZoneId.systemDefault()),
                preferences,
                new SystemBrowser(getHostServices()::showDocument),
                new SystemClipboard(),
                new DialogFilePicker(() -> stage),
                Platform.getPreferences().colorSchemeProperty(),
                () -> Optional.of(stage)));
        new PanelWindow(stage, context, new WindowPlacement(preferences, Screens::visible), WIDTH, HEIGHT)
                .open(firstRun.initialised(), watched);
    }

    @Override
    public void stop() throws IOException {
        // The server outlives its panel.
        if (supervisor != null) {
            supervisor.close();
        }
        if (instance != null) {
            instance.close();
        }
    }

    private static void bringToFront(Stage stage) {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
    }
}
