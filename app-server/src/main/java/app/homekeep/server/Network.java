// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.RunFile;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.http.AddressText;
import app.homekeep.server.http.DoorKind;
import app.homekeep.server.http.HostNames;
import app.homekeep.server.http.PortTaken;
import app.homekeep.server.http.Ports;
import app.homekeep.server.http.WebConfig;
import app.homekeep.server.http.WebServer;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.keyring.SecretBox;
import app.homekeep.server.network.HomeName;
import app.homekeep.server.network.LocalAddresses;
import app.homekeep.server.network.MachineName;
import app.homekeep.server.network.OwnNames;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.settings.NetworkSettings;
import app.homekeep.server.settings.Setting;
import app.homekeep.server.settings.Settings;
import app.homekeep.server.tls.CertificatesUnusable;
import app.homekeep.server.tls.HomeCertificates;
import app.homekeep.server.trust.Anchor;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where the server is found: its ports, names, addresses and certificate.
final class Network {
    private final Ports ports;
    private final HomeName home;
    private final List<InetAddress> addresses;
    private final OwnNames names;
    private final Optional<HomeCertificates> certificates;

    private Network(
            Ports ports,
            HomeName home,
            List<InetAddress> addresses,
            OwnNames names,
            Optional<HomeCertificates> certificates) {
        this.ports = ports;
        this.home = home;
        this.addresses = addresses;
        this.names = names;
        this.certificates = certificates;
    }

    static Network of(ServeOptions options, Foundation f) {
        boolean lan = !options.noLan() && f.settings.get(NetworkSettings.LAN_DOOR_OPEN);
        var home = HomeName.open(options.data().resolve("name"), f.random);
        List<InetAddress> addresses = lan ? LocalAddresses.read() : List.of();
        var names = new OwnNames(home, MachineName.read(), addresses);
        Optional<HomeCertificates> certificates =
                lan ? Optional.of(certificates(options, f, names, addresses)) : Optional.empty();
        return new Network(ports(options, f.settings, lan), home, addresses, names, certificates);
    }

    private static HomeCertificates certificates(
            ServeOptions options, Foundation f, OwnNames names, List<InetAddress> addresses) {
        try {
            return HomeCertificates.open(
                    options.data().resolve("tls"),
                    new SecretBox(f.keyring, Purpose.TLS, f.random),
                    names.certificateNames(),
                    addresses,
                    f.random,
                    f.clock);
        } catch (CertificatesUnusable e) {
            throw new StartRefused(e.code(), e.sentence(), e);
        }
    }

    private static Ports ports(ServeOptions options, Settings settings, boolean lan) {
        int local = port(options.localPort(), settings, NetworkSettings.LOCAL_PORT);
        return lan
                ? new Ports(
                        0,
                        local,
                        OptionalInt.of(port(options.lanPort(), settings, NetworkSettings.LAN_PORT)),
                        OptionalInt.of(port(options.welcomePort(), settings, NetworkSettings.WELCOME_PORT)))
                : new Ports(0, local, OptionalInt.empty(), OptionalInt.empty());
    }

    private static int port(OptionalInt given, Settings settings, Setting<Long> setting) {
        return given.orElseGet(() -> settings.number(setting));
    }

    /// Opens the doors.
    ///
    /// @throws StartRefused naming the door and the port where another program has it
    WebServer open(WebConfig config) {
        try {
            return WebServer.open(config);
        } catch (PortTaken e) {
            String door = wire(e.door());
            throw new StartRefused(
                    "port_taken:" + door + ":" + e.port(),
                    "The " + spoken(e.door()) + "'s port " + e.port() + " is taken by another program.",
                    e);
        } catch (IOException e) {
            throw new StartRefused("doors_closed", "The server can't listen on this machine's network.", e);
        }
    }

    Ports ports() {
        return ports;
    }

    HostNames names() {
        return names;
    }

    SSLContext tls() {
        return certificates
                .orElseThrow(() -> new IllegalStateException("the LAN door is shut"))
                .context();
    }

    RunFile runFile(Ports real, ControlToken token, Instant startedAt) {
        return new RunFile(
                ProcessHandle.current().pid(),
                Version.current(),
                startedAt,
                new RunFile.Control("http://127.0.0.1:" + real.control(), token.text()),
                "http://localhost:" + real.local(),
                lan(real),
                welcome(real));
    }

    /// How browsers reach the server, best first.
    List<ServerStatus.Address> reachable(Ports real) {
        List<ServerStatus.Address> all = new ArrayList<>();
        real.lan().ifPresent(port -> {
            all.add(new ServerStatus.Address("lan", "https://" + home.local() + ":" + port, "name"));
            typeable()
                    .forEach(address -> all.add(
                            new ServerStatus.Address("lan", "https://" + host(address) + ":" + port, "address")));
        });
        all.add(new ServerStatus.Address("local", "http://localhost:" + real.local(), "name"));
        String welcome = welcome(real);
        if (welcome != null) {
            all.add(new ServerStatus.Address("welcome", welcome, "address"));
        }
        return all;
    }

    ServerStatus.@Nullable Certificate certificate() {
        return certificates
                .map(held -> new ServerStatus.Certificate(held.fingerprint(), held.leafExpiresAt()))
                .orElse(null);
    }

    /// What devices must trust before the LAN door shows no warning.
    Anchor anchor() {
        return certificates.<Anchor>map(held -> new Anchor.HomeCa(held.root())).orElseGet(Anchor.None::new);
    }

    private @Nullable String lan(Ports real) {
        return real.lan().isPresent()
                ? "https://" + home.local() + ":" + real.lan().getAsInt()
                : null;
    }

    /// By its address: the name may have learnt to insist on HTTPS, for every port of it (RFC 6797).
    private @Nullable String welcome(Ports real) {
        if (real.welcome().isEmpty()) {
            return null;
        }
        String host = typeable().findFirst().map(Network::host).orElse("127.0.0.1");
        return "http://" + host + ":" + real.welcome().getAsInt();
    }

    /// A link-local address is good only with the name of an interface, which no browser takes (RFC 6874).
    private Stream<InetAddress> typeable() {
        return addresses.stream().filter(address -> !address.isLinkLocalAddress());
    }

    /// As it stands in a URL.
    private static String host(InetAddress address) {
        String text = AddressText.of(address);
        return address instanceof Inet6Address ? "[" + text + "]" : text;
    }

    private static String wire(DoorKind door) {
        return door.name().toLowerCase(Locale.ROOT);
    }

    private static String spoken(DoorKind door) {
        return door == DoorKind.LAN ? "LAN door" : wire(door) + " door";
    }
}
