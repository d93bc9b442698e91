// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import atlantafx.base.controls.PasswordTextField;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Fields one under another, each with its label above and what is wrong with it below. One call sets label, accessible
/// name, help and problem.
public final class Form extends VBox {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("danger");

    public Form() {
        super(16);
        getStyleClass().add("form");
    }

    /// A line of text.
    ///
    /// @param help    one sentence under the field; empty for none
    /// @param problem what is wrong; empty while nothing is
    public Form text(String id, String label, String help, StringProperty value, ObservableStringValue problem) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value);
        return row(id, label, help, field, field, problem);
    }

    /// A secret, which can be looked at while it is typed.
    public Form password(
            String id,
            String label,
            String help,
            StringProperty value,
            ObservableStringValue problem,
            String show,
            String hide) {
        var field = new PasswordTextField();
        // The masked text is what its text property holds; the secret has a property of its own.
        field.passwordProperty().addListener((_, _, now) -> value.set(now == null ? "" : now));
        field.setText(value.get());
        var reveal = Buttons.icon(id + "-reveal", show, Icons.EYE, () -> {});
        reveal.setOnAction(_ -> {
            boolean reveals = !field.getRevealPassword();
            field.setRevealPassword(reveals);
            reveal.setGraphic((reveals ? Icons.EYE_OFF : Icons.EYE).node());
            Buttons.named(reveal, reveals ? hide : show);
        });
        var line = new HBox(4, field, reveal);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        return row(id, label, help, field, line, problem);
    }

    /// One of a few.
    public <T> Form choice(
            String id, String label, String help, List<T> choices, ObjectProperty<T> value, StringConverter<T> words) {
        var box = new ComboBox<T>();
        box.getItems().setAll(choices);
        box.setConverter(words);
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        return row(id, label, help, box, box, new SimpleStringProperty(""));
    }

    /// A field of another kind.
    ///
    /// @param field what the label names
    /// @param shown what stands in the row: the field, or something around it
    public Form row(String id, String label, String help, Control field, Node shown, ObservableStringValue problem) {
        field.setId(id);
        field.setAccessibleText(label);
        var caption = Labels.strong(label);
        caption.setLabelFor(field);
        var row = new VBox(4, caption, shown);
        if (!help.isEmpty()) {
            field.setAccessibleHelp(help);
            row.getChildren().add(Labels.wrapping(Labels.muted(help)));
        }
        row.getChildren().add(problemLine(id, field, problem));
        getChildren().add(row);
        return this;
    }

    /// Something that is no field.
    public Form add(Node node) {
        getChildren().add(node);
        return this;
    }

    private static Label problemLine(String id, Control field, ObservableStringValue problem) {
        Label line = Labels.wrapping(new Label());
        line.setId(id + "-problem");
        line.getStyleClass().add("problem-line");
        line.textProperty().bind(problem);
        line.setGraphic(Icons.PROBLEM.node("problem-icon"));
        line.visibleProperty().bind(line.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        mark(field, problem.get());
        problem.addListener((_, _, now) -> mark(field, now));
        return line;
    }

    private static void mark(Control field, String problem) {
        field.pseudoClassStateChanged(INVALID, !problem.isEmpty());
        field.setAccessibleRoleDescription(problem.isEmpty() ? null : problem);
    }
}
