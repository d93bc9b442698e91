// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routers of Windows, as `route print` and `arp -a` print them. Words in their output are the language's of the
/// system, so only numbers are read.
final class WindowsGateways implements Gateways {
    /// `0.0.0.0  0.0.0.0  192.168.1.1  192.168.1.20  25`: the last but one is this computer's address there.
    private static final Pattern DEFAULT_4 =
            Pattern.compile("^\\s*0\\.0\\.0\\.0\\s+0\\.0\\.0\\.0\\s+([0-9.]+)\\s+([0-9.]+)\\s+\\d+", Pattern.MULTILINE);
    /// `12  281  ::/0  fe80::1`: first the interface's number.
    private static final Pattern DEFAULT_6 =
            Pattern.compile("^\\s*(\\d+)\\s+\\d+\\s+::/0\\s+([0-9a-f:]+)", Pattern.MULTILINE);
    /// `Interface: 192.168.1.20 --- 0xc`, above the neighbours there: two networks may have the same addresses.
    private static final Pattern SECTION = Pattern.compile("^\\S.*?([0-9.]{7,})\\s+---\\s+0x[0-9a-f]+\\s*$");
    /// `192.168.1.1  02-fc-00-00-00-05  …`
    private static final Pattern NEIGHBOUR = Pattern.compile("^\\s*([0-9.]+)\\s+([0-9a-f]{2}(?:-[0-9a-f]{2}){5})\\s.*");

    private static final int ANSWER_MILLIS = 200;

    private final SystemProgram program;
    private final Consumer<InetAddress> wake;

    /// A default route.
    ///
    /// @param mine this computer's address there
    private record Route(String adapter, String gateway, String mine) {
        String key() {
            return gateway + " " + mine;
        }
    }

    /// @param wake makes the system ask a neighbour for its hardware address
    WindowsGateways(SystemProgram program, Consumer<InetAddress> wake) {
        this.program = program;
        this.wake = wake;
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException {
        String routes = program.print(List.of(tool("route.exe"), "print"));
        List<Route> fours = fours(routes, adapters);
        Map<String, String> neighbours = neighbours(fours);
        Map<String, List<Gateway>> found = new HashMap<>();
        fours.forEach(route ->
                add(found, route.adapter(), route.gateway(), Optional.ofNullable(neighbours.get(route.key()))));
        Matcher six = DEFAULT_6.matcher(routes);
        while (six.find()) {
            int index = Integer.parseInt(six.group(1));
            String address = six.group(2);
            name(adapters, adapter -> adapter.index() == index)
                    .ifPresent(name -> add(found, name, address, Optional.empty()));
        }
        return found;
    }

    private static List<Route> fours(String printed, List<Adapter> adapters) {
        List<Route> routes = new ArrayList<>();
        Matcher four = DEFAULT_4.matcher(printed);
        while (four.find()) {
            String gateway = four.group(1);
            String mine = four.group(2);
            InetAddress address = InetAddress.ofLiteral(mine);
            name(
                            adapters,
                            adapter -> adapter.places().stream()
                                    .anyMatch(place -> place.address().equals(address)))
                    .ifPresent(name -> routes.add(new Route(name, gateway, mine)));
        }
        return routes;
    }

    private static void add(
            Map<String, List<Gateway>> found, String adapter, String address, Optional<String> hardware) {
        found.computeIfAbsent(adapter, name -> new ArrayList<>())
                .add(new Gateway(InetAddress.ofLiteral(address), hardware));
    }

    private static Optional<String> name(List<Adapter> adapters, Predicate<Adapter> which) {
        return adapters.stream().filter(which).findFirst().map(Adapter::name);
    }

    /// The system forgets neighbours it has not talked to for a while: it is made to ask again.
    private Map<String, String> neighbours(List<Route> wanted) throws IOException {
        Map<String, String> known = neighbours();
        List<Route> silent =
                wanted.stream().filter(route -> !known.containsKey(route.key())).toList();
        silent.forEach(route -> wake.accept(InetAddress.ofLiteral(route.gateway())));
        return silent.isEmpty() || !Neighbour.await(ANSWER_MILLIS) ? known : neighbours();
    }

    /// By their address and this computer's own there.
    private Map<String, String> neighbours() throws IOException {
        Map<String, String> known = new HashMap<>();
        String mine = "";
        for (String line : program.print(List.of(tool("arp.exe"), "-a")).lines().toList()) {
            Matcher section = SECTION.matcher(line);
            Matcher row = NEIGHBOUR.matcher(line);
            if (section.matches()) {
                mine = section.group(1);
            } else if (row.matches()) {
                known.put(row.group(1) + " " + mine, HardwareAddress.written(row.group(2)));
            }
        }
        return known;
    }

    private static String tool(String name) {
        String root = Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
        return Path.of(root, "System32", name).toString();
    }
}
