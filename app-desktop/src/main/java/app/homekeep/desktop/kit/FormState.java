// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.text.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A form on its way to the server: sent once at a time, and open with the reason when it is refused. FX thread only.
public final class FormState {
    private final Text text;
    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final Map<String, Field> fields = new HashMap<>();

    public FormState(Text text, Background background) {
        this.text = text;
        this.background = background;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Why it was refused, in a sentence; empty while it wasn't.
    public ReadOnlyStringProperty refusal() {
        return refusal.getReadOnlyProperty();
    }

    /// From now on what the server says about this part of what was sent is shown at this field.
    ///
    /// @param name as the server calls it
    public FormState at(String name, Field field) {
        fields.put(name, field);
        return this;
    }

    public <T> void send(Callable<T> work, Consumer<T> onDone) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        refusal.set("");
        background.run(
                work,
                answer -> {
                    busy.set(false);
                    onDone.accept(answer);
                },
                this::refused);
    }

    private void refused(AdminProblem problem) {
        busy.set(false);
        problem.fields()
                .forEach((name, sentence) ->
                        Optional.ofNullable(fields.get(name)).ifPresent(field -> field.problem.set(sentence)));
        boolean all = !problem.fields().isEmpty()
                && fields.keySet().containsAll(problem.fields().keySet());
        refusal.set(all ? "" : text.problem(problem));
    }
}
