// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.Limits;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.model.system.ServerInfo;
import app.homekeep.server.control.Stop;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.http.TrafficCounted;
import app.homekeep.server.http.WebServer;
import app.homekeep.server.session.SessionList;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.tls.DoorCertificates;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What the panel's overview, and anybody's sign-in page, learns of the server. Thread-safe.
final class StatusReport {
    private final Foundation f;
    private final Path data;
    private final SessionList sessions;
    private final OpenExchanges exchanges;
    private final Network network;
    private final Stop stop;
    private final Instant startedAt;
    private volatile Optional<WebServer> web = Optional.empty();

    StatusReport(Foundation f, Path data, SessionList sessions, OpenExchanges exchanges, Network network, Stop stop) {
        this.f = f;
        this.data = data;
        this.sessions = sessions;
        this.exchanges = exchanges;
        this.network = network;
        this.stop = stop;
        this.startedAt = f.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// The doors are open; from now on their ports and traffic are known.
    void opened(WebServer server) {
        web = Optional.of(server);
    }

    /// Where the local door is; 0 before it is open.
    int localPort() {
        return web.map(server -> server.ports().local()).orElse(0);
    }

    ServerInfo info() {
        return new ServerInfo(
                f.settings.get(KnownSettings.SERVER_NAME),
                "v1",
                f.settings.get(KnownSettings.REGISTRATION),
                new ServerInfo.PasswordPolicy(f.policy.shortest(), Limits.PASSWORD_LONGEST),
                new ServerInfo.UploadLimits(f.settings.get(KnownSettings.MAX_FILE_BYTES)));
    }

    /// Where a link leads that is sent to somebody: the LAN door by the name of the owner's own certificate, else by
    /// its address, where it is open and there is a network, for not every device finds the home's name.
    String linkOrigin() {
        List<ServerStatus.Address> all = reachable();
        boolean own = network.certificates().flatMap(DoorCertificates::linkName).isPresent();
        if (own) {
            return all.getFirst().url();
        }
        return all.stream()
                .filter(address ->
                        address.door().equals("lan") && address.form().equals("address"))
                .findFirst()
                .or(() -> all.stream()
                        .filter(address -> address.door().equals("local"))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no door is open"))
                .url();
    }

    /// How browsers reach the server now, best first; empty until the doors are open.
    List<ServerStatus.Address> reachable() {
        return web.map(server -> network.where(server.ports()).all()).orElse(List.of());
    }

    ServerStatus status() {
        return new ServerStatus(
                f.settings.get(KnownSettings.SERVER_NAME),
                stop.asked() ? "stopping" : "running",
                Version.current(),
                ProcessHandle.current().pid(),
                startedAt,
                f.accounts.ownerName(),
                data.toAbsolutePath().toString(),
                f.files.toString(),
                reachable(),
                f.accounts.count(),
                sessions.count(),
                exchanges.transfers(),
                traffic(),
                disk(),
                network.certificate(),
                network.lanDoor());
    }

    private ServerStatus.Traffic traffic() {
        TrafficCounted counted = web.map(WebServer::traffic).orElse(new TrafficCounted(0, 0, 0));
        return new ServerStatus.Traffic(counted.requests(), counted.receivedBytes(), counted.sentBytes());
    }

    /// Zero where the disk does not answer: the overview says so.
    private ServerStatus.Disk disk() {
        try {
            FileStore store = Files.getFileStore(f.files);
            return new ServerStatus.Disk(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            return new ServerStatus.Disk(0, 0);
        }
    }
}
