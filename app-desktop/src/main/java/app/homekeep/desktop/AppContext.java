// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.apikeys.ApiKeys;
import app.homekeep.desktop.approvals.Approvals;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.audit.Audit;
import app.homekeep.desktop.door.DoorNotice;
import app.homekeep.desktop.door.DoorViewModel;
import app.homekeep.desktop.door.Leads;
import app.homekeep.desktop.door.NetworkQuestion;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.lockdown.Lockdowns;
import app.homekeep.desktop.overview.Overview;
import app.homekeep.desktop.pairing.Pairings;
import app.homekeep.desktop.people.People;
import app.homekeep.desktop.platform.Browser;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.platform.Preferences;
import app.homekeep.desktop.server.FirstRun;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.sessions.Sessions;
import app.homekeep.desktop.settings.Settings;
import app.homekeep.desktop.shell.Banner;
import app.homekeep.desktop.shell.Closing;
import app.homekeep.desktop.shell.MainWindow;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.shell.ScreenMakers;
import app.homekeep.desktop.shell.Shown;
import app.homekeep.desktop.spaces.Spaces;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.desktop.welcome.Welcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

/// The panel put together: every object that screens share is made here or handed in, by hand, in reading order. FX
/// thread only.
final class AppContext {
    private static final String LANGUAGE_KEY = "language";

    private final World world;
    private final Text text;
    private final Formats formats;
    private final Theme theme;
    private final Dialogs dialogs;
    private final Ports ports;

    /// What lies outside of the window: the server, the desktop, time.
    record World(
            Supervisor supervisor,
            FirstRun firstRun,
            Admin admin,
            AdminEvents events,
            Background background,
            Ticker ticker,
            Clock clock,
            Preferences preferences,
            Browser browser,
            Clipboard clipboard,
            FilePicker files,
            ObservableValue<ColorScheme> scheme,
            Supplier<Optional<Window>> window) {}

    AppContext(World world) {
        this.world = world;
        text = new Text(world.preferences()
                .get(LANGUAGE_KEY)
                .flatMap(Language::of)
                .orElseGet(() -> Language.of(Locale.getDefault())));
        formats = new Formats(text, world.clock());
        theme = new Theme(world.preferences(), world.scheme());
        dialogs = new Dialogs(text, theme, world.window());
        ports = new Ports(world.preferences());
    }

    Text text() {
        return text;
    }

    Theme theme() {
        return theme;
    }

    /// Speaks another language from now on; windows must be made anew.
    void speak(Language language) {
        text.speak(language);
        world.preferences().put(LANGUAGE_KEY, language.tag());
    }

    Closing closing(Runnable exit) {
        return new Closing(text, world.preferences(), world.supervisor(), dialogs, exit);
    }

    Welcome welcome(Path suggested) {
        return new Welcome(
                text,
                theme,
                world.firstRun(),
                world.supervisor(),
                world.admin().server(),
                world.background(),
                ports,
                world.files(),
                world.clipboard(),
                suggested);
    }

    MainWindow mainWindow(Closing closing, Consumer<Language> onLanguage) {
        return new MainWindow(text, theme, world.supervisor(), closing, this::furnish, onLanguage);
    }

    private ScreenMakers.Furnishing furnish(Notices notices, Consumer<Route> go) {
        var source = new Live.Source(world.supervisor(), world.events(), world.background());
        var overview = new Overview(
                text,
                formats,
                theme,
                world.supervisor(),
                world.admin().server(),
                world.events(),
                world.background(),
                world.ticker(),
                world.clock(),
                ports,
                dialogs,
                world.browser(),
                world.clipboard());
        var people = new People(
                        text,
                        formats,
                        theme,
                        source,
                        world.admin(),
                        world.clock(),
                        dialogs,
                        world.files(),
                        world.clipboard())
                .in(notices);
        var approvals = new Approvals(text, source, world.admin().approvals(), world.ticker(), world.clock(), notices);
        var sessions = new Sessions(text, formats, theme, source, world.admin().server(), dialogs);
        var spaces = new Spaces(text, source, world.admin(), dialogs, world.files());
        var audit = new Audit(
                text,
                formats,
                theme,
                world.supervisor(),
                world.admin().server(),
                world.events(),
                world.background(),
                world.clock().getZone(),
                dialogs,
                world.files(),
                world.clipboard());
        var apiKeys =
                new ApiKeys(text, formats, theme, source, world.admin(), world.clock(), dialogs, world.clipboard());
        var lockdown = new Lockdowns(text, formats, source, world.admin(), dialogs, world.clipboard()).in(notices, go);
        var settings = new Settings(new Settings.With(
                text, formats, theme, source, world.admin(), dialogs, world.files(), world.clipboard()));
        var door = new DoorViewModel(text, source, world.admin(), new Deeds(text, world.background(), notices));
        var leads = leads(go, settings);
        var pairings = new Pairings(
                text, formats, source, world.admin(), world.ticker(), world.clock(), dialogs, world.clipboard());
        Runnable pair = () -> pairings.open(door, leads);
        return new ScreenMakers.Furnishing(
                Map.of(
                        Route.OVERVIEW,
                                () -> overview.screen(
                                        new DoorNotice(text, door, leads).besideQuestion(),
                                        () -> go.accept(Route.SESSIONS),
                                        pair),
                        Route.PEOPLE, people.screen(),
                        Route.SESSIONS,
                                () -> sessions.screen(notices, approvals.list(), () -> go.accept(Route.OVERVIEW)),
                        Route.SPACES, () -> spaces.screen(notices),
                        Route.AUDIT, () -> audit.screen(notices),
                        Route.API_KEYS, () -> apiKeys.screen(notices),
                        Route.SETTINGS, () -> settings.screen(notices, door, leads, pair),
                        Route.LOCKDOWN, lockdown.screen()),
                List.of(approvals.banner(), new Banner(new NetworkQuestion(text, door), Set.of())),
                List.of(
                        approvals.follows(),
                        people.requests(),
                        lockdown.follows(),
                        Shown.of(door::onShow, door::onHide)),
                Map.of(Route.PEOPLE, people.waiting()),
                lockdown.lock());
    }

    private static Leads leads(Consumer<Route> go, Settings settings) {
        return new Leads(
                () -> go.accept(Route.LOCKDOWN),
                () -> {
                    settings.turnToNetwork();
                    go.accept(Route.SETTINGS);
                },
                () -> {
                    settings.turnToDoctor();
                    go.accept(Route.SETTINGS);
                });
    }
}
