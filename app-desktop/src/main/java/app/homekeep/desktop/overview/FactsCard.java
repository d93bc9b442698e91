// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.ServerStatus;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// The state of the house in a few lines: transfers, disk, certificate.
final class FactsCard {
    private static final double DISK_NEARLY_FULL = 0.9;
    private static final long DAYS_TO_WORRY = 14;
    private static final int GROUP = 8;

    private final Text text;
    private final Formats formats;
    private final Clipboard clipboard;
    private final Card card;
    private final VBox facts = new VBox(12);

    FactsCard(Text text, Formats formats, Clipboard clipboard) {
        this.text = text;
        this.formats = formats;
        this.clipboard = clipboard;
        card = new Card(text.get("overview.facts"), facts);
    }

    Node node() {
        return card;
    }

    void show(ServerStatus status) {
        facts.getChildren().setAll(transfers(status.transfers()), disk(status.disk()));
        ServerStatus.Certificate certificate = status.certificate();
        if (certificate != null) {
            facts.getChildren().add(certificate(certificate));
        }
    }

    private Node transfers(int running) {
        Label words = Labels.strong(
                running == 0 ? text.get("overview.transfers.none") : text.get("overview.transfers.some", running));
        words.setId("transfers");
        return fact(Icons.TRANSFERS, text.get("overview.transfers"), words);
    }

    private Node disk(ServerStatus.Disk disk) {
        double used = disk.totalBytes() == 0 ? 0 : 1 - (double) disk.freeBytes() / disk.totalBytes();
        var bar = new ProgressBar(used);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(used > DISK_NEARLY_FULL ? "bar-warn" : "bar-good");
        String words = text.get("overview.disk.free", formats.size((double) disk.freeBytes()), formats.size((double)
                disk.totalBytes()));
        bar.setAccessibleText(words);
        return new VBox(8, fact(Icons.DISK, text.get("overview.disk"), Labels.strong(words)), bar);
    }

    private Node certificate(ServerStatus.Certificate certificate) {
        long days = formats.daysUntil(certificate.expiresAt());
        var left = new Badge(
                text.get("overview.certificate.days", days), days < DAYS_TO_WORRY ? Badge.Tone.WARN : Badge.Tone.GOOD);
        Labels.explained(left, formats.utc(certificate.expiresAt()));
        Label print = Labels.wrapping(Labels.mono(grouped(certificate.fingerprint())));
        print.setId("fingerprint");
        print.getStyleClass().add("fingerprint");
        print.setAccessibleText(text.get("overview.certificate.fingerprint", print.getText()));
        var copy = Buttons.icon(
                "copy-fingerprint",
                text.get("overview.certificate.copy"),
                Icons.COPY,
                () -> clipboard.copy(print.getText().replace('\n', ' ')));
        copy.getStyleClass().add("tight-icon");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(4, print, gap, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, fact(Icons.CERTIFICATE, text.get("overview.certificate"), left), line);
    }

    /// Eight groups of eight in two lines, as a person compares them.
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

    /// The name keeps its width; a long value takes a second line.
    private static HBox fact(Icons icon, String name, Label value) {
        Label what = Labels.muted(name);
        what.setMinWidth(Region.USE_PREF_SIZE);
        Labels.wrapping(value).setTextAlignment(TextAlignment.RIGHT);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new HBox(8, icon.node("quiet-icon"), what, gap, value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
