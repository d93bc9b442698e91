// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.SecondFactorApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.platform.PrivateFile;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Invalid;
import app.homekeep.model.account.User;
import app.homekeep.model.secondfactor.RecoveryCodes;
import app.homekeep.model.secondfactor.TotpCode;
import app.homekeep.model.secondfactor.TotpEnrolment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Somebody's second factor being set up at the panel: scan, confirm, keep the recovery codes. FX thread only.
final class TotpViewModel {
    final Field code = new Field();
    final FormState state;

    private final Text text;
    private final SecondFactorApi api;
    private final Background background;
    private final Notices notices;
    private final User user;

    TotpViewModel(Text text, SecondFactorApi api, Background background, Notices notices, User user) {
        this.text = text;
        this.api = api;
        this.background = background;
        this.notices = notices;
        this.user = user;
        state = new FormState(text, background);
    }

    /// @param show gets what an authenticator app must know
    void begin(Consumer<TotpEnrolment> show) {
        background.run(() -> api.enrol(user.id()), show, problem -> notices.problem(text.problem(problem)));
    }

    /// @param show gets the recovery codes, which are not kept
    void confirm(Consumer<List<String>> show) {
        try {
            var typed = new TotpCode(code.value.get());
            state.send(
                    () -> api.confirm(user.id(), typed), (RecoveryCodes codes) -> show.accept(codes.recoveryCodes()));
        } catch (Invalid e) {
            code.check(text.get("totp.code.invalid"));
        }
    }

    /// Writes the recovery codes to a file that only the owner's account can read.
    void save(List<String> codes, Path target) {
        String words = text.get("totp.file", user.displayName()) + "\n\n" + String.join("\n", codes) + "\n";
        background.run(
                () -> {
                    try {
                        return PrivateFile.write(target, words);
                    } catch (IOException e) {
                        throw new AdminProblem("save_failed", "The file could not be written.");
                    }
                },
                written -> notices.done(text.get("totp.saved", written.toString())),
                problem -> notices.problem(text.problem(problem)));
    }

    /// The secret in groups of four, as a person types it.
    static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
