// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Course;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.OncePane;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.account.User;
import app.homekeep.model.secondfactor.TotpEnrolment;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Sets up somebody's second factor: a code to scan, a code to type, codes to keep.
record TotpDialog(Text text, Dialogs dialogs, Clipboard clipboard, FilePicker files) {
    private static final int CODES_BESIDE = 2;

    /// @param onDone the person has a second factor now
    void show(TotpViewModel model, User user, Runnable onDone) {
        model.begin(enrolment -> dialogs.course(
                text.get("totp.title", user.displayName()), course -> scan(course, model, user, enrolment, onDone)));
    }

    private void scan(Course course, TotpViewModel model, User user, TotpEnrolment enrolment, Runnable onDone) {
        var pane = new OncePane(text, clipboard, text.get("totp.words", user.displayName()))
                .qr(enrolment.otpauthUri(), text.get("totp.qr", user.displayName()))
                .copy("totp-secret", text.get("totp.secret"), TotpViewModel.grouped(enrolment.secret()));
        Form form = new Form()
                .text(
                        "totp-code",
                        text.get("totp.code"),
                        text.get("totp.code.help"),
                        model.code.value,
                        model.code.problem);
        course.ask(
                new VBox(12, pane, form),
                "confirm-totp",
                text.get("totp.confirm"),
                model.state.busy(),
                model.state.refusal(),
                () -> model.confirm(codes -> {
                    keep(course, model, user, codes);
                    onDone.run();
                }));
    }

    private void keep(Course course, TotpViewModel model, User user, List<String> codes) {
        var grid = new GridPane(24, 4);
        for (int i = 0; i < codes.size(); i++) {
            grid.add(code(codes.get(i)), i % CODES_BESIDE, i / CODES_BESIDE);
        }
        grid.setId("recovery-codes");
        grid.getStyleClass().add("codes");
        var save = Buttons.primary(
                "save-codes",
                text.get("totp.save"),
                Icons.SAVE,
                () -> files.save(text.get("totp.file.name", user.username()))
                        .ifPresent(target -> model.save(codes, target)));
        var copy = Buttons.plain(
                "copy-codes", text.get("totp.copy"), Icons.COPY, () -> clipboard.copy(String.join("\n", codes)));
        var box = new VBox(
                12,
                Labels.wrapping(Labels.plain(text.get("totp.codes.words", user.displayName()))),
                grid,
                new HBox(8, save, copy));
        box.getStyleClass().add("dialog-words");
        course.tell(text.get("totp.codes"), box);
    }

    private static Label code(String code) {
        return Labels.mono(code);
    }
}
