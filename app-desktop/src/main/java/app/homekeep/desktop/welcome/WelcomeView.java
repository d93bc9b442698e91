// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.welcome;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.kit.AddressCard;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.Theme;
import app.homekeep.desktop.kit.TroublePane;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.desktop.welcome.WelcomeViewModel.Phase;
import app.homekeep.desktop.welcome.WelcomeViewModel.Step;
import app.homekeep.model.control.ServerStatus;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first run on screen.
final class WelcomeView {
    private final Text text;
    private final WelcomeViewModel model;
    private final Clipboard clipboard;
    private final StepPanes steps;
    private final Runnable onFinished;
    private final VBox column = new VBox(24);
    private final StackPane root;

    WelcomeView(
            Text text,
            Theme theme,
            WelcomeViewModel model,
            FilePicker files,
            Clipboard clipboard,
            Consumer<Language> onLanguage,
            Runnable onFinished) {
        this.text = text;
        this.model = model;
        this.clipboard = clipboard;
        this.onFinished = onFinished;
        steps = new StepPanes(text, model, files, onLanguage);
        column.getStyleClass().add("welcome-column");
        column.setAlignment(Pos.TOP_LEFT);
        var centre = new StackPane(column);
        centre.setAlignment(Pos.TOP_CENTER);
        root = new StackPane(ScreenLayout.scrolling(centre));
        root.getStyleClass().add("welcome");
        theme.dress(root);
        model.phase().addListener((_, _, now) -> show(now));
        show(model.phase().get());
    }

    Parent root() {
        return root;
    }

    private void show(Phase phase) {
        switch (phase) {
            case Phase.Asking(Step step) -> ask(step);
            case Phase.Creating() -> work("welcome.creating");
            case Phase.Starting() -> work("welcome.starting");
            case Phase.Refused(AdminProblem problem) -> refused(problem);
            case Phase.Trouble(ServerState.Crashed crash, OptionalInt port) -> trouble(crash, port);
            case Phase.Done(ServerStatus status) -> done(status);
        }
    }

    private void ask(Step step) {
        String key = "welcome.step." + step.name().toLowerCase(Locale.ROOT);
        var where = Labels.muted(text.get("welcome.step", step.number(), Step.values().length));
        where.setId("step");
        var head = new VBox(
                4, where, Labels.title(text.get(key)), Labels.wrapping(Labels.muted(text.get(key + ".words"))));
        Button back = Buttons.plain("back", text.get("welcome.back"), Icons.BACK, model::back);
        back.setVisible(step != Step.SERVER);
        Button next = step == Step.REACH
                ? Buttons.primary("next", text.get("welcome.create"), Icons.DONE, model::next)
                : Buttons.primary("next", text.get("welcome.next"), Icons.NEXT, model::next);
        next.setDefaultButton(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        column.getChildren().setAll(dots(step), head, steps.of(step), new HBox(8, back, gap, next));
    }

    private static Node dots(Step now) {
        var dots = new HBox(8);
        for (Step step : Step.values()) {
            var dot = new Region();
            dot.getStyleClass().addAll("step-dot", step.number() <= now.number() ? "step-reached" : "step-ahead");
            dots.getChildren().add(dot);
        }
        return dots;
    }

    private void work(String key) {
        var spinner = new ProgressIndicator();
        spinner.setAccessibleText(text.get(key));
        spinner.setMaxSize(48, 48);
        var box = new VBox(
                16, spinner, Labels.title(text.get(key)), Labels.wrapping(Labels.muted(text.get(key + ".words"))));
        box.setAlignment(Pos.CENTER);
        column.getChildren().setAll(box);
    }

    private void refused(AdminProblem problem) {
        column.getChildren()
                .setAll(
                        Labels.title(text.get("welcome.refused")),
                        TroublePane.refused(text, clipboard, problem)
                                .offer(Buttons.primary(
                                        "welcome-back", text.get("welcome.back.change"), Icons.BACK, model::back)));
    }

    private void trouble(ServerState.Crashed crash, OptionalInt port) {
        TroublePane pane = TroublePane.crashed(text, clipboard, crash);
        if (port.isPresent()) {
            pane.offer(Buttons.primary(
                    "use-other-port",
                    text.get("trouble.port.use", Integer.toString(port.getAsInt())),
                    Icons.START,
                    model::useOtherPort));
        }
        if (!crash.retrying()) {
            pane.offer(Buttons.plain("start-again", text.get("server.start"), Icons.RESTART, model::startAgain));
        }
        column.getChildren().setAll(Labels.title(text.get("welcome.made")), pane);
    }

    private void done(ServerStatus status) {
        var addresses = new AddressCard(text, clipboard);
        addresses.show(status.addresses());
        var sign = new StackPane(Icons.OK.node("sign-icon"));
        sign.getStyleClass().addAll("sign", "sign-good");
        var head = new HBox(16, sign, Labels.title(text.get("welcome.done", status.name())));
        head.setAlignment(Pos.CENTER_LEFT);
        Button go = Buttons.primary("finish", text.get("welcome.finish"), Icons.NEXT, onFinished);
        go.setDefaultButton(true);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        column.getChildren()
                .setAll(
                        head,
                        Labels.wrapping(Labels.muted(text.get("welcome.done.words", status.owner()))),
                        addresses.node(),
                        new HBox(8, gap, go));
    }
}
