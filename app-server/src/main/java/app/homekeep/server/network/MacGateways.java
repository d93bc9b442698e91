// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final SystemProgram program;

    MacGateways(SystemProgram program) {
        this.program = program;
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException {
        String routes = program.print(List.of("/usr/sbin/netstat", "-rn"));
        Map<String, String> neighbours = neighbours(program.print(List.of("/usr/sbin/arp", "-an")));
        Map<String, List<Gateway>> found = new HashMap<>();
        Matcher route = DEFAULT.matcher(routes);
        while (route.find()) {
            var gateway = new Gateway(
                    InetAddress.ofLiteral(route.group(1)),
                    Optional.ofNullable(neighbours.get(route.group(1) + "%" + route.group(2))));
            found.computeIfAbsent(route.group(2), adapter -> new ArrayList<>()).add(gateway);
        }
        return found;
    }

    private static Map<String, String> neighbours(String printed) {
        Map<String, String> known = new HashMap<>();
        Matcher row = NEIGHBOUR.matcher(printed);
        while (row.find()) {
            known.put(row.group(1) + "%" + row.group(3), HardwareAddress.written(row.group(2)));
        }
        return known;
    }
}
