// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Text;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A fingerprint as a person compares it: eight groups of eight, in two lines.
public final class Fingerprint extends HBox {
    private static final int GROUP = 8;

    /// @param hex SHA-256
    public Fingerprint(Text text, Clipboard clipboard, String hex) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        String grouped = grouped(hex);
        Label print = Labels.wrapping(Labels.mono(grouped));
        print.setId("fingerprint");
        print.getStyleClass().add("fingerprint");
        print.setAccessibleText(text.get("fingerprint.words", grouped));
        var copy = Buttons.icon(
                "copy-fingerprint",
                text.get("fingerprint.copy"),
                Icons.COPY,
                () -> clipboard.copy(grouped.replace('\n', ' ')));
        copy.getStyleClass().add("tight-icon");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(print, gap, copy);
    }

    static String grouped(String fingerprint) {
        String hex = fingerprint.replace(":", "").toUpperCase(Locale.ROOT);
        var groups = new StringBuilder();
        for (int i = 0; i < hex.length(); i += GROUP) {
            if (i > 0) {
                groups.append(i == hex.length() / 2 ? '\n' : ' ');
            }
            groups.append(hex, i, Math.min(hex.length(), i + GROUP));
        }
        return groups.toString();
    }
}
