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
    /// `192.168.1.1  02-fc-00-00-00-05  …`
    private static final Pattern NEIGHBOUR =
            Pattern.compile("^\\s*([0-9.]+)\\s+([0-9a-f]{2}(?:-[0-9a-f]{2}){5})\\s", Pattern.MULTILINE);

    private final SystemProgram program;

    WindowsGateways(SystemProgram program) {
        this.program = program;
    }

    @Override
    public boolean isQuick() {
        return false;
    }

    @Override
    public Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException {
        String routes = program.print(List.of(tool("route.exe"), "print"));
        Map<String, String> neighbours = neighbours(program.print(List.of(tool("arp.exe"), "-a")));
        Map<String, List<Gateway>> found = new HashMap<>();
        Matcher four = DEFAULT_4.matcher(routes);
        while (four.find()) {
            InetAddress mine = InetAddress.ofLiteral(four.group(2));
            String address = four.group(1);
            name(
                            adapters,
                            adapter -> adapter.places().stream()
                                    .anyMatch(place -> place.address().equals(mine)))
                    .ifPresent(name -> add(found, name, address, Optional.ofNullable(neighbours.get(address))));
        }
        Matcher six = DEFAULT_6.matcher(routes);
        while (six.find()) {
            int index = Integer.parseInt(six.group(1));
            String address = six.group(2);
            name(adapters, adapter -> adapter.index() == index)
                    .ifPresent(name -> add(found, name, address, Optional.empty()));
        }
        return found;
    }

    private static void add(
            Map<String, List<Gateway>> found, String adapter, String address, Optional<String> hardware) {
        found.computeIfAbsent(adapter, name -> new ArrayList<>())
                .add(new Gateway(InetAddress.ofLiteral(address), hardware));
    }

    private static Optional<String> name(List<Adapter> adapters, Predicate<Adapter> which) {
        return adapters.stream().filter(which).findFirst().map(Adapter::name);
    }

    private static Map<String, String> neighbours(String printed) {
        Map<String, String> known = new HashMap<>();
        Matcher row = NEIGHBOUR.matcher(printed);
        while (row.find()) {
            known.put(row.group(1), HardwareAddress.written(row.group(2)));
        }
        return known;
    }

    private static String tool(String name) {
        String root = Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
        return Path.of(root, "System32", name).toString();
    }
}
