// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.server.network.LanState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A firewall on this computer, as far as it can be seen without being root. What it lets through can't: so it is a
/// hint at most.
public final class FirewallLook implements Look {
    private final Supplier<LanState> lan;
    private final Path root;
    private final String system;

    public FirewallLook(Supplier<LanState> lan) {
        this(lan, Path.of("/"), System.getProperty("os.name", ""));
    }

    FirewallLook(Supplier<LanState> lan, Path root, String system) {
        this.lan = lan;
        this.root = root;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Finding> look() {
        LanState now = lan.get();
        if (!now.isOpen()) {
            return List.of(Diagnosis.LAN_DOOR_CLOSED.of(DoctorPart.FIREWALL));
        }
        String ports = Stream.of(now.lan(), now.welcome())
                .flatMapToInt(OptionalInt::stream)
                .mapToObj(port -> port + "/tcp")
                .collect(Collectors.joining(" "));
        Diagnosis found = firewall();
        return List.of(found.places() == 0 ? found.of(DoctorPart.FIREWALL) : found.of(DoctorPart.FIREWALL, ports));
    }

    private Diagnosis firewall() {
        if (system.contains("win")) {
            return Diagnosis.FIREWALL_WINDOWS;
        }
        if (system.contains("mac")) {
            return Diagnosis.FIREWALL_MAC;
        }
        if (says("etc/ufw/ufw.conf", "ENABLED=yes")) {
            return Diagnosis.FIREWALL_UFW;
        }
        if (any("proc", "[0-9]*", "comm", "firewalld")) {
            return Diagnosis.FIREWALL_FIREWALLD;
        }
        return starts("nftables.service") ? Diagnosis.FIREWALL_NFTABLES : Diagnosis.FIREWALL_NONE;
    }

    private boolean says(String file, String line) {
        try {
            return Files.readAllLines(root.resolve(file), StandardCharsets.ISO_8859_1).stream()
                    .anyMatch(each -> each.strip().equalsIgnoreCase(line));
        } catch (IOException _) {
            return false;
        }
    }

    private boolean any(String folder, String names, String file, String line) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve(folder), names)) {
            for (Path each : all) {
                if (says(root.relativize(each).resolve(file).toString(), line)) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }

    /// systemd starts what is linked here.
    private boolean starts(String service) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(root.resolve("etc/systemd/system"), "*.wants")) {
            for (Path each : all) {
                if (Files.isSymbolicLink(each.resolve(service))) {
                    return true;
                }
            }
            return false;
        } catch (IOException _) {
            return false;
        }
    }
}
