// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.net.InetAddress;
import java.util.List;

/// How this computer reaches itself.
public final class Loopback {
    public static final InetAddress FOUR = InetAddress.ofLiteral("127.0.0.1");
    public static final InetAddress SIX = InetAddress.ofLiteral("::1");

    static final List<InetAddress> BOTH = List.of(FOUR, SIX);

    private Loopback() {}
}
