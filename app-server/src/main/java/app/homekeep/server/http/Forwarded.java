// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a request came from: what its connection shows, or what a trusted proxy says in `X-Forwarded-For`, `-Proto`
/// and `-Host`. From anybody else these headers are what a stranger wrote, and are not looked at. In each, the last
/// word counts: a proxy adds at the end, what stands before may be forged.
///
/// @param address the client's; empty where the connection is gone
/// @param secure  whether the browser speaks HTTPS
/// @param host    the authority that the proxy was asked for; empty where it doesn't say
/// @param proxied whether a trusted proxy passed the request on
record Forwarded(Optional<InetAddress> address, boolean secure, Optional<String> host, boolean proxied) {
    private static final SeldomLog LOG = new SeldomLog(Forwarded.class);
    private static final HttpString FOR = new HttpString("X-Forwarded-For");
    private static final HttpString PROTO = new HttpString("X-Forwarded-Proto");
    private static final HttpString HOST = new HttpString("X-Forwarded-Host");
    /// Longer chains of proxies are nobody's.
    private static final int MOST_HOPS = 32;
    /// Some proxies add the port they saw.
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)](?::[0-9]{1,5})?|([0-9.]+):[0-9]{1,5}");

    static Forwarded of(DoorKind door, @Nullable InetAddress peer, HeaderMap headers, Proxies proxies) {
        boolean secure = door == DoorKind.LAN;
        boolean told = headers.contains(FOR) || headers.contains(PROTO) || headers.contains(HOST);
        boolean forBrowsers = door == DoorKind.LAN || door == DoorKind.LOCAL;
        boolean believed = peer != null && told && forBrowsers && proxies.trusts(peer);
        if (peer != null && told && forBrowsers && !believed) {
            LOG.tell(
                    "{} sent X-Forwarded headers, which count from the addresses in trusted_proxies alone",
                    AddressText.of(peer));
        }
        if (peer == null || !believed) {
            return new Forwarded(Optional.ofNullable(peer), secure, Optional.empty(), false);
        }
        boolean overTls = switch (last(headers, PROTO).orElse("").toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> false;
            default -> secure;
        };
        return new Forwarded(Optional.of(client(peer, headers, proxies)), overTls, last(headers, HOST), true);
    }

    /// The last address that is no trusted proxy's; the peer's own where something on the way is no address.
    private static InetAddress client(InetAddress peer, HeaderMap headers, Proxies proxies) {
        List<String> hops = words(headers, FOR);
        if (hops.size() > MOST_HOPS) {
            return peer;
        }
        InetAddress client = peer;
        for (String hop : hops.reversed()) {
            Optional<InetAddress> address = AddressRange.address(withoutPort(hop));
            if (address.isEmpty()) {
                return peer;
            }
            client = address.get();
            if (!proxies.trusts(client)) {
                return client;
            }
        }
        return client;
    }

    private static String withoutPort(String hop) {
        Matcher parts = WITH_PORT.matcher(hop);
        if (!parts.matches()) {
            return hop;
        }
        return parts.group(1) != null ? parts.group(1) : parts.group(2);
    }

    private static Optional<String> last(HeaderMap headers, HttpString name) {
        List<String> words = words(headers, name);
        return words.isEmpty() ? Optional.empty() : Optional.of(words.getLast());
    }

    /// The members of a list that may stand in several headers (RFC 9110 section 5.3).
    private static List<String> words(HeaderMap headers, HttpString name) {
        HeaderValues lines = headers.get(name);
        List<String> words = new ArrayList<>();
        if (lines != null) {
            for (String line : lines) {
                for (String word : line.split(",", -1)) {
                    words.add(word.strip());
                }
            }
        }
        return words;
    }
}
