// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.DoctorApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.FindingWords;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.Live;
import app.homekeep.model.control.Finding;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;

/// What the doctor finds. It looks when it comes on screen, when the network changes, and when it is asked to. FX
/// thread
/// only.
final class DoctorViewModel {
    private final Live<List<Finding>> findings;
    private final Latest looking;
    private final DoctorApi api;
    private final FindingWords words;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    DoctorViewModel(Live.Source source, DoctorApi api, FindingWords words) {
        this.api = api;
        this.words = words;
        looking = new Latest(source.background());
        findings = new Live<>(source, api::findings, AdminEvents.NETWORK_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<Finding>>> findings() {
        return findings.value();
    }

    /// While it looks again.
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    void onShow() {
        findings.onShow();
    }

    void onHide() {
        findings.onHide();
        looking.cancel();
        busy.set(false);
    }

    void look() {
        busy.set(true);
        looking.run(
                api::findings,
                found -> {
                    busy.set(false);
                    findings.take(found);
                },
                problem -> {
                    busy.set(false);
                    findings.fail(problem);
                });
    }

    /// Everything as text, to send to somebody who knows more.
    String all() {
        return findings.now().orElse(List.of()).stream()
                .map(finding ->
                        "%s: %s. %s".formatted(words.part(finding), words.state(finding), words.sentence(finding)))
                .collect(Collectors.joining("\n"));
    }
}
