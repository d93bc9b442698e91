// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.DaysLeft;
import app.homekeep.desktop.kit.Fingerprint;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.ServerStatus;
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
        var left = DaysLeft.badge(text, formats, days, certificate.expiresAt());
        return new VBox(
                4,
                fact(Icons.CERTIFICATE, text.get("overview.certificate"), left),
                new Fingerprint(text, clipboard, certificate.fingerprint()));
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
