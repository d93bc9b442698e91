// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Why the server doesn't run as it should: a sentence, the next step, a code, and the last lines of its log.
public final class TroublePane extends VBox {
    private final Text text;
    private final Clipboard clipboard;
    private final FlowPane actions = new FlowPane(8, 8);

    private TroublePane(Text text, Clipboard clipboard, String title, String words, Icons icon, String tone) {
        super(12);
        this.text = text;
        this.clipboard = clipboard;
        getStyleClass().addAll("panel-card", "trouble", tone);
        Label heading = Labels.heading(title);
        heading.setGraphic(icon.node("trouble-icon"));
        heading.setGraphicTextGap(8);
        heading.setId("trouble-title");
        getChildren().addAll(heading, Labels.wrapping(Labels.plain(words)), actions);
    }

    /// The server has ended by itself.
    public static TroublePane crashed(Text text, Clipboard clipboard, ServerState.Crashed crash) {
        Optional<TakenPort> taken = TakenPort.of(crash.code());
        String next = taken.isPresent()
                ? text.get("trouble.port.next")
                : text.get(crash.retrying() ? "trouble.retrying" : "trouble.gave_up");
        String why = taken.map(port ->
                        text.get("trouble.port.words", text.get("door." + port.door()), Integer.toString(port.port())))
                .orElseGet(() -> text.problem(new AdminProblem(crash.code(), crash.reason())));
        var pane = new TroublePane(
                text,
                clipboard,
                text.get(crash.retrying() ? "trouble.restarting" : "trouble.stopped"),
                why + " " + next,
                Icons.PROBLEM,
                crash.retrying() ? "trouble-warn" : "trouble-bad");
        pane.code(crash.code());
        if (!crash.logTail().isEmpty()) {
            pane.log(crash.logTail());
        }
        pane.copies(text.get("trouble.details", crash.code(), Integer.toString(crash.exit()), crash.reason()) + "\n\n"
                + String.join("\n", crash.logTail()));
        return pane;
    }

    /// The server runs and doesn't answer.
    public static TroublePane unreachable(Text text, Clipboard clipboard, ServerState.Unreachable state) {
        var pane = new TroublePane(
                text,
                clipboard,
                text.get("trouble.unreachable"),
                text.get("trouble.unreachable.words"),
                Icons.WARNING,
                "trouble-warn");
        pane.code("unreachable");
        pane.copies("unreachable: pid " + state.info().pid() + ", "
                + text.get("status.version", state.info().version()));
        return pane;
    }

    /// Something was refused.
    public static TroublePane refused(Text text, Clipboard clipboard, AdminProblem problem) {
        var pane = new TroublePane(
                text, clipboard, text.get("trouble.refused"), text.problem(problem), Icons.PROBLEM, "trouble-bad");
        pane.code(problem.code());
        pane.copies(problem.code() + ": " + problem.sentence());
        return pane;
    }

    /// A way out, before *Copy details*.
    public TroublePane offer(Node action) {
        actions.getChildren().add(Math.max(0, actions.getChildren().size() - 1), action);
        return this;
    }

    private void copies(String details) {
        actions.getChildren()
                .add(Buttons.plain(
                        "copy-details", text.get("trouble.copy"), Icons.COPY, () -> clipboard.copy(details)));
    }

    private void code(String code) {
        var line = new HBox(4, Labels.muted(text.get("trouble.code")), Labels.mono(code));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
    }

    private void log(List<String> tail) {
        var area = new TextArea(String.join("\n", tail));
        area.setEditable(false);
        area.setPrefRowCount(Math.min(12, tail.size() + 1));
        area.getStyleClass().add("log-tail");
        area.setAccessibleText(text.get("trouble.log"));
        area.positionCaret(area.getLength());
        VBox.setVgrow(area, Priority.SOMETIMES);
        getChildren().addAll(Labels.strong(text.get("trouble.log")), area);
    }
}
