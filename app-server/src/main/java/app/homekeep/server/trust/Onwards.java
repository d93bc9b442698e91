// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The LAN door's origins for the device that asks.
///
/// @param address the one it has come by, where it has: that works from there
/// @param name    not every device finds it
record Onwards(Optional<String> address, Optional<String> name) {
    private static final Pattern NUMBERS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

    static Onwards of(Request request, List<ServerStatus.Address> reachable) {
        Optional<String> name = lan(reachable, "name").findFirst();
        Optional<String> same = Optional.ofNullable(URI.create(request.origin()).getHost())
                .filter(host -> NUMBERS.matcher(host).matches())
                .flatMap(host -> name.map(
                        origin -> "https://" + host + ":" + URI.create(origin).getPort()));
        return new Onwards(same.or(() -> lan(reachable, "address").findFirst()), name);
    }

    /// By address first, since that one surely opens.
    List<String> all() {
        return Stream.of(address, name).flatMap(Optional::stream).toList();
    }

    /// Whether a policy of a page can name it: it has no word for the addresses of IPv6.
    static boolean nameable(String origin) {
        return origin.indexOf('[') < 0;
    }

    private static Stream<String> lan(List<ServerStatus.Address> reachable, String form) {
        return reachable.stream()
                .filter(each -> each.door().equals("lan") && each.form().equals(form))
                .map(ServerStatus.Address::url);
    }
}
