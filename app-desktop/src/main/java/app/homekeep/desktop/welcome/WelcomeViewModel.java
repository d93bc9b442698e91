// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.welcome;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.PasswordStrength;
import app.homekeep.desktop.kit.TakenPort;
import app.homekeep.desktop.server.FirstRun;
import app.homekeep.desktop.server.FirstRunPlan;
import app.homekeep.desktop.server.Ports;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Invalid;
import app.homekeep.model.Limits;
import app.homekeep.model.Rules;
import app.homekeep.model.control.ServerStatus;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The first run: four questions, then the making of the server. FX thread only.
final class WelcomeViewModel {
    /// The questions in their order.
    enum Step {
        SERVER,
        OWNER,
        FOLDER,
        REACH;

        private static final List<Step> ORDER = List.of(values());

        /// Counted from one.
        int number() {
            return ORDER.indexOf(this) + 1;
        }

        private Step after() {
            return ORDER.get(number());
        }

        private Step before() {
            return ORDER.get(number() - 2);
        }
    }

    /// How far it is.
    sealed interface Phase {
        record Asking(Step step) implements Phase {}

        /// The server is being made.
        record Creating() implements Phase {}

        /// The server is made and on its way up.
        record Starting() implements Phase {}

        /// The server could not be made; nothing of it is left to clean up.
        record Refused(AdminProblem problem) implements Phase {}

        /// The server is made and doesn't come up.
        ///
        /// @param otherPort to offer where its port is taken
        record Trouble(ServerState.Crashed crash, OptionalInt otherPort) implements Phase {}

        record Done(ServerStatus status) implements Phase {}
    }

    final StringProperty serverName = new SimpleStringProperty("");
    final StringProperty serverNameProblem = new SimpleStringProperty("");
    final StringProperty ownerName = new SimpleStringProperty("");
    final StringProperty ownerNameProblem = new SimpleStringProperty("");
    final StringProperty password = new SimpleStringProperty("");
    final StringProperty passwordProblem = new SimpleStringProperty("");
    final StringProperty folder = new SimpleStringProperty("");
    final StringProperty folderProblem = new SimpleStringProperty("");
    final BooleanProperty homeNetwork = new SimpleBooleanProperty(true);

    private final Text text;
    private final FirstRun firstRun;
    private final Supervisor supervisor;
    private final AdminApi api;
    private final Background background;
    private final Ports ports;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Asking(Step.SERVER));
    private Runnable unwatch = () -> {};

    /// @param suggested the folder to serve, where the owner has no other wish
    WelcomeViewModel(
            Text text,
            FirstRun firstRun,
            Supervisor supervisor,
            AdminApi api,
            Background background,
            Ports ports,
            Path suggested) {
        this.text = text;
        this.firstRun = firstRun;
        this.supervisor = supervisor;
        this.api = api;
        this.background = background;
        this.ports = ports;
        serverName.set(text.get("welcome.server.suggested"));
        folder.set(suggested.toString());
        forgetsProblem(serverName, serverNameProblem);
        forgetsProblem(ownerName, ownerNameProblem);
        forgetsProblem(password, passwordProblem);
        forgetsProblem(folder, folderProblem);
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    PasswordStrength strength() {
        return PasswordStrength.of(password.get(), List.of(ownerName.get(), serverName.get()));
    }

    /// Goes on when what was answered makes sense; otherwise says what doesn't.
    void next() {
        if (phase.get() instanceof Phase.Asking(Step step) && answered(step)) {
            if (step == Step.REACH) {
                create();
            } else {
                phase.set(new Phase.Asking(step.after()));
            }
        }
    }

    void back() {
        switch (phase.get()) {
            case Phase.Asking(Step step) when step != Step.SERVER -> phase.set(new Phase.Asking(step.before()));
            case Phase.Refused _ -> phase.set(new Phase.Asking(Step.SERVER));
            default -> {}
        }
    }

    /// Tries once more to start the server.
    void startAgain() {
        phase.set(new Phase.Starting());
        supervisor.start();
    }

    /// Opens the door on the offered port, and starts.
    void useOtherPort() {
        if (phase.get() instanceof Phase.Trouble(ServerState.Crashed crash, OptionalInt port) && port.isPresent()) {
            TakenPort.of(crash.code()).ifPresent(taken -> ports.use(taken.door(), port.getAsInt()));
            startAgain();
        }
    }

    /// Stops watching the server.
    void close() {
        unwatch.run();
        unwatch = () -> {};
    }

    private void create() {
        var plan = new FirstRunPlan(
                serverName.get().strip(),
                ownerName.get().strip(),
                password.get(),
                Path.of(folder.get().strip()),
                homeNetwork.get());
        phase.set(new Phase.Creating());
        background.run(
                () -> {
                    firstRun.create(plan);
                    return true;
                },
                _ -> start(),
                problem -> phase.set(new Phase.Refused(problem)));
    }

    private void start() {
        // Nothing on screen needs it any more.
        password.set("");
        phase.set(new Phase.Starting());
        close();
        supervisor.start();
        unwatch = supervisor.watch(this::enter);
    }

    private void enter(ServerState state) {
        if (phase.get() instanceof Phase.Done) {
            return;
        }
        switch (state) {
            case ServerState.Running _ ->
                background.run(
                        api::status,
                        status -> phase.set(new Phase.Done(status)),
                        problem -> phase.set(new Phase.Refused(problem)));
            case ServerState.Crashed crash -> trouble(crash);
            case ServerState.Starting() -> phase.set(new Phase.Starting());
            case ServerState.Stopped(), ServerState.Stopping _, ServerState.Unreachable _ -> {}
        }
    }

    private void trouble(ServerState.Crashed crash) {
        phase.set(new Phase.Trouble(crash, OptionalInt.empty()));
        TakenPort.of(crash.code())
                .ifPresent(taken -> background.run(
                        () -> taken.instead(ports), free -> phase.set(new Phase.Trouble(crash, free)), _ -> {}));
    }

    private boolean answered(Step step) {
        return switch (step) {
            case SERVER -> check(serverNameProblem, serverNameWrong());
            case OWNER -> {
                // Both are looked at, so that both are said.
                boolean name = check(ownerNameProblem, ownerNameWrong());
                boolean secret = check(passwordProblem, passwordWrong());
                yield name && secret;
            }
            case FOLDER -> check(folderProblem, folderWrong());
            case REACH -> true;
        };
    }

    private static boolean check(StringProperty problem, String wrong) {
        problem.set(wrong);
        return wrong.isEmpty();
    }

    private String serverNameWrong() {
        try {
            Rules.present("server_name", serverName.get(), Limits.NAME_LONGEST);
            return "";
        } catch (Invalid e) {
            return serverName.get().isBlank()
                    ? text.get("welcome.server.missing")
                    : text.get("welcome.name.long", Limits.NAME_LONGEST);
        }
    }

    private String ownerNameWrong() {
        if (ownerName.get().isBlank()) {
            return text.get("welcome.owner.missing");
        }
        try {
            Rules.username("owner", ownerName.get());
            return "";
        } catch (Invalid e) {
            return text.get("welcome.owner.invalid");
        }
    }

    private String passwordWrong() {
        String given = password.get();
        if (given.codePointCount(0, given.length()) > Limits.PASSWORD_LONGEST) {
            return text.get("welcome.password.long", Limits.PASSWORD_LONGEST);
        }
        return switch (strength()) {
            case TOO_SHORT -> text.get("welcome.password.short", Limits.PASSWORD_SHORTEST);
            case EASY -> text.get("welcome.password.easy");
            case FAIR, GOOD, STRONG -> "";
        };
    }

    private String folderWrong() {
        try {
            Path path = Path.of(folder.get().strip());
            if (folder.get().isBlank() || !path.isAbsolute()) {
                return text.get("welcome.folder.missing");
            }
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return text.get("welcome.folder.file");
            }
            Path there = path;
            while (there != null && !Files.exists(there)) {
                there = there.getParent();
            }
            return there != null && Files.isWritable(there) ? "" : text.get("welcome.folder.locked");
        } catch (InvalidPathException e) {
            return text.get("welcome.folder.missing");
        }
    }

    private static void forgetsProblem(StringProperty value, StringProperty problem) {
        value.addListener((_, _, _) -> problem.set(""));
    }
}
