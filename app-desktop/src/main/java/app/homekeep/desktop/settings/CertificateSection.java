// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.DaysLeft;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.Fingerprint;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.ScreenLayout;
import app.homekeep.desktop.platform.Clipboard;
import app.homekeep.desktop.platform.FilePicker;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.DoorCertificate.Kind;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The certificate on screen: whose, for what, how long; and the way to another.
final class CertificateSection implements Screen {
    private static final String FILE = "homekeep-ca.crt";

    private final Text text;
    private final Formats formats;
    private final Clipboard clipboard;
    private final FilePicker files;
    private final Dialogs dialogs;
    private final CertificateViewModel model;
    private final VBox facts = new VBox(12);
    private final Badge kind = new Badge("", Badge.Tone.NEUTRAL);
    private final Button back;
    private final Node node;

    CertificateSection(
            Text text,
            Formats formats,
            Clipboard clipboard,
            FilePicker files,
            Dialogs dialogs,
            CertificateViewModel model) {
        this.text = text;
        this.formats = formats;
        this.clipboard = clipboard;
        this.files = files;
        this.dialogs = dialogs;
        this.model = model;
        kind.setId("certificate-kind");
        var own = new OwnCertificateDialog(text, dialogs, files);
        Button use = Buttons.plain(
                "use-own",
                text.get("certificate.own.use"),
                Icons.CERTIFICATE,
                () -> own.show(model.own(), model::load));
        back = Buttons.plain("use-home", text.get("certificate.home.use"), Icons.BACK, this::askHome);
        Button save = Buttons.plain("save-authority", text.get("certificate.save"), Icons.SAVE, this::save);
        Card shown = TopicCard.of(text, Topic.CERTIFICATE, facts).beside(kind);
        var content = new VBox(
                16,
                shown,
                TopicCard.of(text, Topic.OWN_CERTIFICATE, new FlowPane(8, 8, use, back)),
                TopicCard.of(text, Topic.AUTHORITY, save));
        content.getStyleClass().add("scrolled");
        node = new LoadPane<>(
                text,
                model.certificate(),
                model::load,
                ScreenLayout.scrolling(content),
                this::fill,
                _ -> false,
                new StackPane());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private void fill(DoorCertificate now) {
        boolean own = now.kind() == Kind.OWN;
        kind.show(text.get(own ? "certificate.kind.own" : "certificate.kind.home"), Badge.Tone.ACCENT);
        back.setVisible(own);
        back.setManaged(own);
        var left = DaysLeft.badge(text, formats, now.daysLeft(), now.expiresAt());
        left.setId("certificate-days");
        facts.getChildren()
                .setAll(
                        fact("certificate.names", Labels.wrapping(Labels.plain(String.join(", ", now.names())))),
                        fact("certificate.issuer", Labels.wrapping(Labels.plain(now.issuer()))),
                        fact("certificate.valid", new FlowPane(8, 4, valid(now), left)),
                        fact(
                                own ? "certificate.fingerprint.own" : "certificate.fingerprint.home",
                                new Fingerprint(text, clipboard, now.fingerprint())));
    }

    private Node valid(DoorCertificate now) {
        return Labels.plain(
                text.get("certificate.valid.words", formats.day(now.startsAt()), formats.day(now.expiresAt())));
    }

    private Node fact(String key, Node value) {
        return new VBox(4, Labels.wrapping(Labels.muted(text.get(key))), value);
    }

    private void askHome() {
        dialogs.confirm(
                text.get("certificate.home.title"),
                text.get("certificate.home.words"),
                new Dialogs.Choice("confirm-home", text.get("certificate.home.use"), false, model::useHome));
    }

    private void save() {
        files.save(FILE).ifPresent(model::saveAuthority);
    }
}
