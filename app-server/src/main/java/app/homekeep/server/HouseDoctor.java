// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.doctor.CertificateLook;
import app.homekeep.server.doctor.ClockLook;
import app.homekeep.server.doctor.Doctor;
import app.homekeep.server.doctor.DoorsLook;
import app.homekeep.server.doctor.FirewallLook;
import app.homekeep.server.doctor.FolderLook;
import app.homekeep.server.doctor.NameLook;
import app.homekeep.server.doctor.NetworkLook;
import app.homekeep.server.doctor.ServerLook;
import app.homekeep.server.process.Logging;
import app.homekeep.server.settings.NetworkSettings;
import app.homekeep.server.tls.DoorCertificates;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;

/// The doctor, put together.
final class HouseDoctor {
    private HouseDoctor() {}

    /// @param localPort where the local door is
    static Doctor of(Foundation f, Path data, Network network, IntSupplier localPort) {
        var certificate = new CertificateLook(
                network::state,
                network::certificateNames,
                network.doorCertificate()::root,
                () -> network.certificates().filter(DoorCertificates::damaged).isPresent(),
                f.clock);
        return new Doctor(List.of(
                new FolderLook(data),
                new ClockLook(Logging.file(data), f.clock, certificate::begin),
                new ServerLook(f.database::works),
                new NetworkLook(network::state),
                new DoorsLook(
                        localPort,
                        network::state,
                        () -> network.switches().get().lanPort(),
                        () -> network.switches().get().welcomePort()),
                certificate,
                new NameLook(
                        network.home().local(),
                        () -> network.state().isOpen(),
                        () -> f.settings.get(NetworkSettings.ANNOUNCE_NAME),
                        network::heard),
                new FirewallLook(network::state)));
    }
}
