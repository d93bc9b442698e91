// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.AddressCard;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.kit.TroublePane;
import app.homekeep.desktop.platform.Browser;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.ServerStatus;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The overview on screen.
public final class OverviewView implements Screen {
    private static final double TWO_COLUMNS = 740;
    private static final double WIDE = 61;

    private final Text text;
    private final Clipboard clipboard;
    private final OverviewViewModel model;
    private final Node node;
    private final StackPane below = new StackPane();
    private final GridPane grid = new GridPane(16, 16);
    private final ObservableValue<Number> zoom;
    private final Card traffic;
    private final AddressCard addresses;
    private final WhoCard who;
    private final FactsCard facts;
    private final TrafficChart chart;
    private final Button open;
    private final Button pair;

    OverviewView(
            Text text,
            Formats formats,
            OverviewViewModel model,
            Dialogs dialogs,
            Browser browser,
            Clipboard clipboard,
            ObservableValue<Number> zoom,
            Node door,
            Runnable showSessions,
            Runnable onPair) {
        this.text = text;
        this.clipboard = clipboard;
        this.model = model;
        addresses = new AddressCard(text, clipboard);
        who = new WhoCard(text, formats, showSessions);
        facts = new FactsCard(text, formats, clipboard);
        chart = new TrafficChart(text, formats);
        traffic = new Card(text.get("overview.traffic"), chart).beside(chart.legend());
        this.zoom = zoom;
        below.widthProperty().addListener((_, _, _) -> arrange());
        zoom.addListener((_, _, _) -> arrange());
        arrange();
        open = Buttons.primary(
                "open",
                text.get("overview.open"),
                Icons.OPEN,
                () -> model.pageHere().map(URI::create).ifPresent(browser::open));
        pair = Buttons.plain("pair", text.get("pairing.open"), Icons.PAIR, onPair);
        var content = new VBox(16, new StateCard(text, formats, model, dialogs), door, below);
        VBox.setVgrow(below, Priority.ALWAYS);
        content.getStyleClass().add("scrolled");
        node = new ScreenLayout(text.get("route.overview"), ScreenLayout.scrolling(content), pair, open);
        model.state().addListener((_, _, _) -> show());
        model.otherPort().addListener((_, _, _) -> show());
        model.status().addListener((_, _, now) -> fill(now));
        model.signedIn().addListener((_, _, now) -> who.show(now));
        model.traffic().addListener((_, _, now) -> chart.show(now));
        show();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    /// Two columns where there is room for them at the size of the letters, one below the other otherwise.
    private void arrange() {
        boolean wide = below.getWidth() * 100 / zoom.getValue().doubleValue() >= TWO_COLUMNS;
        if (grid.getColumnCount() == (wide ? 2 : 1)) {
            return;
        }
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        if (wide) {
            grid.getColumnConstraints().addAll(percent(WIDE), percent(100 - WIDE));
            grid.addRow(0, addresses.node(), who.node());
            grid.addRow(1, traffic, facts.node());
        } else {
            grid.getColumnConstraints().add(percent(100));
            grid.addColumn(0, addresses.node(), who.node(), traffic, facts.node());
        }
    }

    private static ColumnConstraints percent(double share) {
        var column = new ColumnConstraints();
        column.setPercentWidth(share);
        return column;
    }

    private void fill(Load<ServerStatus> load) {
        if (load instanceof Load.Ready<ServerStatus>(ServerStatus status)) {
            addresses.show(status.addresses());
            facts.show(status);
        }
        show();
    }

    private void show() {
        open.setDisable(model.pageHere().isEmpty());
        pair.setDisable(model.pageHere().isEmpty());
        switch (model.state().get()) {
            case ServerState.Running _ -> below.getChildren().setAll(whileRunning());
            case ServerState.Crashed crash -> below.getChildren().setAll(trouble(crash));
            case ServerState.Unreachable silent ->
                below.getChildren()
                        .setAll(TroublePane.unreachable(text, clipboard, silent).offer(restart()));
            case ServerState.Stopped() ->
                below.getChildren()
                        .setAll(new EmptyState(
                                Icons.SERVER, text.get("overview.stopped.title"), text.get("overview.stopped.words")));
            case ServerState.Starting() -> below.getChildren().clear();
            case ServerState.Stopping _ -> below.getChildren().clear();
        }
    }

    private List<Node> whileRunning() {
        return switch (model.status().get()) {
            case Load.Ready<ServerStatus> _ -> List.of(grid);
            case Load.Loading<ServerStatus>() -> List.of();
            case Load.Failed<ServerStatus>(AdminProblem problem) ->
                List.of(TroublePane.refused(text, clipboard, problem).offer(restart()));
        };
    }

    private Node trouble(ServerState.Crashed crash) {
        TroublePane pane = TroublePane.crashed(text, clipboard, crash);
        OptionalInt port = model.otherPort().get();
        if (port.isPresent() && !crash.retrying()) {
            String words = text.get("trouble.port.use", Integer.toString(port.getAsInt()));
            pane.offer(Buttons.primary("use-other-port", words, Icons.START, model::useOtherPort));
        }
        return crash.retrying() ? pane : pane.offer(restart());
    }

    private Button restart() {
        return Buttons.plain("restart-now", text.get("server.restart"), Icons.RESTART, model::restart);
    }
}
