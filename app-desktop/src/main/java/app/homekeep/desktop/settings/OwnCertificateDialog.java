// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Course;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.Words;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.settings.OwnCertificateForm.Kind;
import app.homekeep.desktop.text.Text;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Takes a certificate of the owner's own.
record OwnCertificateDialog(Text text, Dialogs dialogs, FilePicker files) {
    /// @param onDone the server shows it now
    void show(OwnCertificateForm model, Runnable onDone) {
        dialogs.course(text.get("certificate.own.title"), course -> fill(course, model, onDone));
    }

    private void fill(Course course, OwnCertificateForm model, Runnable onDone) {
        var kind = new Form()
                .add(Labels.wrapping(Labels.plain(text.get("certificate.own.words"))))
                .choice(
                        "own-kind",
                        text.get("certificate.own.kind"),
                        "",
                        List.of(Kind.values()),
                        model.kind,
                        new Words<>(one -> text.get(one.title())));
        Form pem = new Form();
        file(pem, "own-chain", "certificate.own.chain", model.chain);
        file(pem, "own-key", "certificate.own.key", model.key);
        Form pkcs12 = new Form();
        file(pkcs12, "own-pkcs12", "certificate.own.file", model.pkcs12);
        pkcs12.password(
                "own-password",
                text.get("certificate.own.password"),
                text.get("certificate.own.password.words"),
                model.password.value,
                model.password.problem,
                text.get("welcome.password.show"),
                text.get("welcome.password.hide"));
        var fields = new VBox(16, kind, pem);
        fields.getStyleClass().add("dialog-words");
        model.kind.addListener((_, _, now) -> {
            fields.getChildren().set(1, now == Kind.PEM ? pem : pkcs12);
            course.refit();
        });
        course.ask(
                fields,
                "send-own",
                text.get("certificate.own.send"),
                model.state.busy(),
                model.state.refusal(),
                () -> model.send(() -> {
                    course.close();
                    onDone.run();
                }));
    }

    private void file(Form form, String id, String key, Field value) {
        var field = new TextField();
        field.textProperty().bindBidirectional(value.value);
        HBox.setHgrow(field, Priority.ALWAYS);
        var pick = Buttons.plain(
                id + "-pick",
                text.get("certificate.own.pick"),
                Icons.FOLDER,
                () -> files.open().ifPresent(path -> value.value.set(path.toString())));
        Buttons.named(pick, text.get("certificate.own.pick.words", text.get(key)));
        var line = new HBox(8, field, pick);
        line.setAlignment(Pos.CENTER_LEFT);
        form.row(id, text.get(key), text.get(key + ".words"), field, line, value.problem);
    }
}
