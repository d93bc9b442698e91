// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.model.network.KnownNetwork.Standing;
import app.homekeep.server.http.AddressText;
import app.homekeep.server.http.Loopback;
import app.homekeep.server.network.ClosedBecause;
import app.homekeep.server.network.LanState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The doors that browsers use: open or closed and why, and whether they answer where they are open.
public final class DoorsLook implements Look {
    private final IntSupplier localPort;
    private final Supplier<LanState> lan;
    private final IntSupplier lanPortWanted;
    private final IntSupplier welcomePortWanted;

    /// @param lanPortWanted     what is set, which another program may have
    /// @param welcomePortWanted what is set, which another program may have
    public DoorsLook(
            IntSupplier localPort, Supplier<LanState> lan, IntSupplier lanPortWanted, IntSupplier welcomePortWanted) {
        this.localPort = localPort;
        this.lan = lan;
        this.lanPortWanted = lanPortWanted;
        this.welcomePortWanted = welcomePortWanted;
    }

    @Override
    public List<Finding> look() {
        LanState now = lan.get();
        List<InetAddress> home = new ArrayList<>(List.of(Loopback.FOUR));
        now.networks().stream()
                .filter(network -> network.standing() == Standing.HOME)
                .flatMap(network -> network.addresses().stream())
                // Not ready for a second or two after the network came, and nobody types them.
                .filter(address -> !address.isLinkLocalAddress())
                .distinct()
                .forEach(home::add);
        return List.of(
                open(DoctorPart.LOCAL_DOOR, localPort.getAsInt(), List.of(Loopback.FOUR), Knock::isHeard),
                lan(now, home),
                welcome(now, home));
    }

    private Finding lan(LanState now, List<InetAddress> home) {
        return now.closedBecause()
                .map(why -> closed(DoctorPart.LAN_DOOR, why, lanPortWanted.getAsInt()))
                .orElseGet(() -> open(
                        DoctorPart.LAN_DOOR,
                        now.lan().orElse(0),
                        home,
                        door -> Knock.certificates(door).isPresent()));
    }

    private Finding welcome(LanState now, List<InetAddress> home) {
        OptionalInt port = now.welcome();
        if (port.isPresent()) {
            return open(DoctorPart.WELCOME_DOOR, port.getAsInt(), home, Knock::isHeard);
        }
        ClosedBecause why = now.closedBecause().orElse(ClosedBecause.PORT_TAKEN);
        return closed(
                DoctorPart.WELCOME_DOOR, why, now.isOpen() ? welcomePortWanted.getAsInt() : lanPortWanted.getAsInt());
    }

    private static Finding closed(DoctorPart door, ClosedBecause why, int port) {
        return switch (why) {
            case SETTING -> Diagnosis.DOOR_CLOSED_SETTING.of(door);
            case COMMAND_LINE -> Diagnosis.DOOR_CLOSED_COMMAND_LINE.of(door);
            case LOCKDOWN -> Diagnosis.DOOR_CLOSED_LOCKDOWN.of(door);
            case NOT_HOME -> Diagnosis.DOOR_CLOSED_NOT_HOME.of(door);
            case PORT_TAKEN -> Diagnosis.DOOR_CLOSED_PORT_TAKEN.of(door, port);
            case FAILED -> Diagnosis.DOOR_CLOSED_FAILED.of(door);
        };
    }

    private static Finding open(
            DoctorPart door, int port, List<InetAddress> addresses, Predicate<InetSocketAddress> answers) {
        List<InetAddress> silent = addresses.stream()
                .filter(address -> !answers.test(new InetSocketAddress(address, port)))
                .toList();
        return silent.isEmpty()
                ? Diagnosis.DOOR_FINE.of(door, port, texts(addresses, ""))
                : Diagnosis.DOOR_SILENT.of(door, texts(silent, ":" + port));
    }

    private static String texts(List<InetAddress> addresses, String suffix) {
        return addresses.stream()
                .map(AddressText::of)
                .map(text -> suffix.isEmpty() || !text.contains(":") ? text : "[" + text + "]")
                .map(text -> text + suffix)
                .collect(Collectors.joining(", "));
    }
}
