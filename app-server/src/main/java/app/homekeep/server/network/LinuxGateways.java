// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The routers of a Linux system, as the kernel tells them in `/proc/net`.
final class LinuxGateways implements Gateways {
    private static final int USES_GATEWAY = 2;
    private static final int LOOKS = 10;
    private static final int BETWEEN_LOOKS_MILLIS = 20;
    /// `ARPHRD_ETHER`; Wi-Fi is of it as well.
    private static final String ETHERNET = "1";

    private final Path proc;
    private final Path sys;
    private final Consumer<InetAddress> wake;

    /// A default route.
    private record Route(String adapter, InetAddress gateway, long metric) {}

    LinuxGateways() {
        this(Path.of("/proc/net"), Path.of("/sys/class/net"), Neighbour::wake);
    }

    /// @param proc tells the routes and the neighbours
    /// @param sys  tells of each network interface which kind it is
    /// @param wake makes the kernel ask a neighbour for its hardware address
    LinuxGateways(Path proc, Path sys, Consumer<InetAddress> wake) {
        this.proc = proc;
        this.sys = sys;
        this.wake = wake;
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException {
        List<Route> routes = new ArrayList<>(fours());
        routes.addAll(sixes());
        routes.sort(Comparator.comparingLong(Route::metric));
        Map<String, String> hardware = hardware(routes.stream()
                .filter(route -> adapters.stream()
                        .anyMatch(each -> !each.isTunnel() && each.name().equals(route.adapter())))
                .toList());
        return routes.stream()
                .collect(Collectors.groupingBy(
                        Route::adapter,
                        Collectors.mapping(
                                route -> new Gateway(
                                        route.gateway(),
                                        Optional.ofNullable(hardware.get(key(route.gateway(), route.adapter())))),
                                Collectors.toList())));
    }

    /// `Iface Destination Gateway Flags RefCnt Use Metric Mask …`, the addresses as little-endian numbers.
    private List<Route> fours() throws IOException {
        List<Route> routes = new ArrayList<>();
        for (String[] row : rows("route")) {
            if (row.length > 7
                    && isZero(row[1])
                    && isZero(row[7])
                    && (Integer.parseInt(row[3], 16) & USES_GATEWAY) != 0) {
                byte[] address = HexFormat.of().parseHex(row[2]);
                routes.add(new Route(
                        row[0],
                        InetAddress.getByAddress(new byte[] {address[3], address[2], address[1], address[0]}),
                        Long.parseLong(row[6])));
            }
        }
        return routes;
    }

    /// `destination bits source bits gateway metric references uses flags adapter`.
    private List<Route> sixes() throws IOException {
        List<Route> routes = new ArrayList<>();
        for (String[] row : rows("ipv6_route")) {
            if (row.length > 9
                    && isZero(row[0])
                    && isZero(row[1])
                    && !isZero(row[4])
                    && (Long.parseLong(row[8], 16) & USES_GATEWAY) != 0) {
                routes.add(new Route(
                        row[9], InetAddress.getByAddress(HexFormat.of().parseHex(row[4])), Long.parseLong(row[5], 16)));
            }
        }
        return routes;
    }

    /// The kernel forgets neighbours it has not talked to for a while: it is made to ask again, and given a moment.
    /// A start waits for that.
    ///
    /// @param routes of the adapters that matter
    private Map<String, String> hardware(List<Route> routes) throws IOException {
        Map<String, String> known = neighbours();
        List<Route> silent = routes.stream()
                .filter(route -> route.gateway() instanceof Inet4Address)
                .filter(route -> !known.containsKey(key(route.gateway(), route.adapter())))
                .filter(route -> isEthernet(route.adapter()))
                .toList();
        if (silent.isEmpty()) {
            return known;
        }
        silent.forEach(route -> wake.accept(route.gateway()));
        Map<String, String> now = known;
        for (int look = 0; look < LOOKS && isSilent(silent, now); look++) {
            if (!Neighbour.await(BETWEEN_LOOKS_MILLIS)) {
                break;
            }
            now = neighbours();
        }
        return now;
    }

    private static boolean isSilent(List<Route> routes, Map<String, String> known) {
        return !routes.stream().allMatch(route -> known.containsKey(key(route.gateway(), route.adapter())));
    }

    /// On others nobody has a hardware address: a tunnel's would be waited for in vain.
    private boolean isEthernet(String adapter) {
        try {
            return Files.readString(sys.resolve(adapter).resolve("type"))
                    .strip()
                    .equals(ETHERNET);
        } catch (IOException _) {
            // It has just gone.
            return false;
        }
    }

    /// `address type flags hardware mask adapter`.
    private Map<String, String> neighbours() throws IOException {
        Map<String, String> known = new HashMap<>();
        for (String[] row : rows("arp")) {
            boolean complete = row.length > 5 && (Integer.decode(row[2]) & 2) != 0;
            if (complete && !row[3].equals("00:00:00:00:00:00")) {
                known.put(row[0] + "%" + row[5], row[3].toLowerCase(Locale.ROOT));
            }
        }
        return known;
    }

    private static String key(InetAddress address, String adapter) {
        return address.getHostAddress() + "%" + adapter;
    }

    /// The cells of each row that begins with an address or an interface's name; headings fall out by themselves.
    private List<String[]> rows(String file) throws IOException {
        try {
            return Files.readAllLines(proc.resolve(file)).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(row -> !Arrays.asList("Iface", "IP").contains(row[0]))
                    .toList();
        } catch (NoSuchFileException _) {
            // A kernel without that family of addresses.
            return List.of();
        }
    }

    private static boolean isZero(String hexadecimal) {
        return hexadecimal.chars().allMatch(digit -> digit == '0');
    }
}
