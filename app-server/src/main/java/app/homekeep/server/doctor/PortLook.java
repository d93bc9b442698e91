// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/// Whether a door could be opened, while no server runs.
///
/// @param option names another port on the command line, such as `--lan-port`
public record PortLook(DoctorPart door, int port, String option) implements Look {
    /// Of a home whose owner has set no others.
    public static final List<PortLook> USUAL = List.of(
            new PortLook(DoctorPart.LOCAL_DOOR, 8080, "--local-port"),
            new PortLook(DoctorPart.LAN_DOOR, 8443, "--lan-port"),
            new PortLook(DoctorPart.WELCOME_DOOR, 8081, "--welcome-port"));

    @Override
    public List<Finding> look() {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return List.of(Diagnosis.PORT_FREE.of(door, port));
        } catch (IOException _) {
            return List.of(Diagnosis.PORT_TAKEN.of(door, port, option));
        }
    }
}
