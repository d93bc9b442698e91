// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.text.Text;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Shows how hard a password is to guess while it is typed.
public final class StrengthMeter extends VBox {
    private final Text text;
    private final StringProperty password;
    private final Supplier<PasswordStrength> strength;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label words = Labels.muted("");

    public StrengthMeter(Text text, StringProperty password, Supplier<PasswordStrength> strength) {
        super(4);
        this.text = text;
        this.password = password;
        this.strength = strength;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setId("strength");
        words.setId("strength-words");
        getChildren().addAll(bar, words);
        password.addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        PasswordStrength now = strength.get();
        boolean none = password.get().isEmpty();
        bar.setProgress(none ? 0 : now.share());
        bar.getStyleClass().removeAll("bar-bad", "bar-warn", "bar-good");
        bar.getStyleClass()
                .add(
                        switch (now) {
                            case TOO_SHORT, EASY -> "bar-bad";
                            case FAIR -> "bar-warn";
                            case GOOD, STRONG -> "bar-good";
                        });
        words.setText(
                none
                        ? text.get("strength.none")
                        : text.get("strength." + now.name().toLowerCase(Locale.ROOT)));
        bar.setAccessibleText(words.getText());
    }
}
