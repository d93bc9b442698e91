// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.CertificateApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.certificate.DoorCertificate;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The certificate that the LAN door shows. FX thread only.
final class CertificateViewModel {
    private final Text text;
    private final Live.Source source;
    private final CertificateApi api;
    private final Deeds deeds;
    private final Live<DoorCertificate> certificate;

    CertificateViewModel(Text text, Live.Source source, CertificateApi api, Deeds deeds) {
        this.text = text;
        this.source = source;
        this.api = api;
        this.deeds = deeds;
        // A new one stands in the log.
        certificate = new Live<>(source, this::ask, AdminEvents.NETWORK_CHANGED, AdminEvents.AUDIT_APPENDED);
    }

    ReadOnlyObjectProperty<Load<DoorCertificate>> certificate() {
        return certificate.value();
    }

    void onShow() {
        certificate.onShow();
    }

    void onHide() {
        certificate.onHide();
    }

    void load() {
        certificate.load();
    }

    OwnCertificateForm own() {
        return new OwnCertificateForm(text, api, new FormState(text, source.background()));
    }

    void useHome() {
        deeds.run(api::useHome, text.get("certificate.home.done"), this::load);
    }

    void saveAuthority(Path target) {
        deeds.run(() -> api.saveAuthority(target), text.get("certificate.saved", target), () -> {});
    }

    /// A closed door shows none, which the server calls a conflict.
    private DoorCertificate ask() {
        try {
            return api.certificate();
        } catch (AdminProblem problem) {
            throw problem.code().equals("conflict") ? new AdminProblem("door_closed", problem.sentence()) : problem;
        }
    }
}
