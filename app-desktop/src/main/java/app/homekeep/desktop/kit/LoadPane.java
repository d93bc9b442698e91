// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;

/// Shows one [Load] in its looks: on its way, there, empty, failed. The spinner exists only while it is seen: a hidden
/// one costs as much as a visible one.
public final class LoadPane<T> extends StackPane {
    private final Text text;
    private final Runnable retry;
    private final Node content;
    private final Consumer<T> fill;
    private final Predicate<T> isEmpty;
    private final Node empty;

    public LoadPane(
            Text text,
            ObservableValue<Load<T>> load,
            Runnable retry,
            Node content,
            Consumer<T> fill,
            Predicate<T> isEmpty,
            Node empty) {
        this.text = text;
        this.retry = retry;
        this.content = content;
        this.fill = fill;
        this.isEmpty = isEmpty;
        this.empty = empty;
        show(load.getValue());
        load.addListener((_, _, now) -> show(now));
    }

    private void show(Load<T> load) {
        switch (load) {
            case Load.Loading<T>() -> only(spinner());
            case Load.Ready<T>(T value) -> {
                fill.accept(value);
                only(isEmpty.test(value) ? empty : content);
            }
            case Load.Failed<T>(AdminProblem problem) -> only(failed(problem));
        }
    }

    private void only(Node node) {
        if (!getChildren().equals(List.of(node))) {
            getChildren().setAll(node);
        }
    }

    private Node spinner() {
        var spinner = new ProgressIndicator();
        spinner.setMaxSize(40, 40);
        spinner.setAccessibleText(text.get("load.loading"));
        return spinner;
    }

    private Node failed(AdminProblem problem) {
        return new EmptyState(
                Icons.PROBLEM,
                text.get("load.failed"),
                text.problem(problem),
                Buttons.plain("retry", text.get("load.retry"), Icons.REFRESH, retry),
                Labels.muted(text.get("load.code", problem.code())));
    }
}
