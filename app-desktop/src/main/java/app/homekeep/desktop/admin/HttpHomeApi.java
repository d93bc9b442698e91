// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.model.control.Finding;
import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.NetworkAnswer;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Networks, certificate and doctor over the control door. Thread-safe.
final class HttpHomeApi implements NetworksApi, CertificateApi, DoctorApi {
    /// Looking around in the network takes its time.
    private static final Duration LOOK = Duration.ofSeconds(60);

    private static final String PEM_END = "-----END CERTIFICATE-----";
    private static final JsonType<Page<KnownNetwork>> NETWORKS = Wire.page(KnownNetwork.class);
    private static final JsonType<NetworkAnswer> ANSWER = Wire.type(NetworkAnswer.class);
    private static final JsonType<DoorCertificate> CERTIFICATE = Wire.type(DoorCertificate.class);
    private static final JsonType<OwnCertificate> OWN = Wire.type(OwnCertificate.class);
    private static final JsonType<Page<Finding>> FINDINGS = Wire.page(Finding.class);

    private final ServerLine line;

    HttpHomeApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public List<KnownNetwork> networks() {
        return line.get(Routes.CONTROL_NETWORKS, ControlDoor.SOON, NETWORKS).items();
    }

    @Override
    public void answer(String id, boolean home) {
        line.tell("PATCH", ServerLine.path(Routes.CONTROL_NETWORK, id), ANSWER, new NetworkAnswer(home));
    }

    @Override
    public void forget(String id) {
        line.delete(ServerLine.path(Routes.CONTROL_NETWORK, id));
    }

    @Override
    public void restartDoors() {
        line.tell("POST", Routes.CONTROL_RESTART_DOORS);
    }

    @Override
    public DoorCertificate certificate() {
        return line.get(Routes.CONTROL_CERTIFICATE, ControlDoor.SOON, CERTIFICATE);
    }

    @Override
    public void use(OwnCertificate own) {
        line.tell("PUT", Routes.CONTROL_CERTIFICATE, OWN, own);
    }

    @Override
    public void useHome() {
        line.delete(Routes.CONTROL_CERTIFICATE);
    }

    /// The first block of the server's own file, which the owner may read, is the root; the target gets that alone.
    @Override
    public void saveAuthority(Path target) {
        Path own = Path.of(line.status().data(), "tls", "ca.pem");
        try {
            String blocks = Files.readString(own);
            Files.writeString(target, blocks.substring(0, blocks.indexOf(PEM_END) + PEM_END.length()) + "\n");
        } catch (IOException e) {
            throw new AdminProblem("save_failed", "The certificate could not be written to " + target + ".");
        }
    }

    @Override
    public List<Finding> findings() {
        return line.get(Routes.CONTROL_DOCTOR, LOOK, FINDINGS).items();
    }
}
