// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The routers of macOS, as `netstat -rn` and `arp -an` print them.
final class MacGateways implements Gateways {
    /// `default  192.168.1.1  UGScg  en0`
    private static final Pattern DEFAULT = Pattern.compile(
            "^default\\s+([0-9a-f.:]+)(?:%\\S+)?\\s+\\w*G\\w*\\s+(?:\\d+\\s+\\d+\\s+)?(\\w+)", Pattern.MULTILINE);
    /// `? (192.168.1.1) at 2:fc:0:0:0:5 on en0 ifscope [ethernet]`
    private static final Pattern NEIGHBOUR =
            Pattern.compile("\\(([0-9.]+)\\) at ([0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}) on (\\w+)");
    /// What every Mac has for its own services, and for other Apple devices that are near.
    private static final Pattern NO_NETWORK = Pattern.compile("(utun|awdl|llw)\\d+");

    private static final InetAddress NOBODY = InetAddress.ofLiteral("fe80::");
    private static final int ANSWER_MILLIS = 200;

    private final SystemProgram program;
    private final Consumer<InetAddress> wake;

    private record Route(InetAddress gateway, String adapter) {
        /// `fe80::` leads to an adapter and not to a router: the part that would tell one is empty.
        boolean hasRouter() {
            return !gateway.equals(NOBODY) && !NO_NETWORK.matcher(adapter).matches();
        }

        String key() {
            return gateway.getHostAddress() + "%" + adapter;
        }
    }

    /// @param wake makes the system ask a neighbour for its hardware address
    MacGateways(SystemProgram program, Consumer<InetAddress> wake) {
        this.program = program;
        this.wake = wake;
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException {
        List<Route> routes = routes(program.print(List.of("/usr/sbin/netstat", "-rn")));
        Map<String, String> neighbours = neighbours(routes.stream()
                .filter(route -> route.gateway() instanceof Inet4Address)
                .filter(route -> adapters.stream().anyMatch(each -> each.name().equals(route.adapter())))
                .toList());
        Map<String, List<Gateway>> found = new HashMap<>();
        for (Route route : routes) {
            found.computeIfAbsent(route.adapter(), adapter -> new ArrayList<>())
                    .add(new Gateway(route.gateway(), Optional.ofNullable(neighbours.get(route.key()))));
        }
        return found;
    }

    private static List<Route> routes(String printed) {
        List<Route> routes = new ArrayList<>();
        Matcher row = DEFAULT.matcher(printed);
        while (row.find()) {
            routes.add(new Route(InetAddress.ofLiteral(row.group(1)), row.group(2)));
        }
        return routes.stream().filter(Route::hasRouter).toList();
    }

    /// The system forgets neighbours it has not talked to for a while: it is made to ask again.
    private Map<String, String> neighbours(List<Route> wanted) throws IOException {
        Map<String, String> known = neighbours();
        List<Route> silent =
                wanted.stream().filter(route -> !known.containsKey(route.key())).toList();
        silent.forEach(route -> wake.accept(route.gateway()));
        return silent.isEmpty() || !Neighbour.await(ANSWER_MILLIS) ? known : neighbours();
    }

    private Map<String, String> neighbours() throws IOException {
        Map<String, String> known = new HashMap<>();
        Matcher row = NEIGHBOUR.matcher(program.print(List.of("/usr/sbin/arp", "-an")));
        while (row.find()) {
            known.put(row.group(1) + "%" + row.group(3), HardwareAddress.written(row.group(2)));
        }
        return known;
    }
}
