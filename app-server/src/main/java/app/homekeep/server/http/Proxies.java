// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import java.net.InetAddress;

/// Says whose word counts on where a request came from. Called for each request on an I/O thread: memory only.
public interface Proxies {
    /// Nobody's.
    Proxies NONE = new Proxies() {
        @Override
        public boolean trusts(InetAddress peer) {
            return false;
        }

        @Override
        public boolean servesAs(String host) {
            return false;
        }
    };

    /// Whether that address is a proxy of the owner's.
    boolean trusts(InetAddress peer);

    /// Whether such a proxy serves us under this name.
    ///
    /// @param host in lower case, without port
    boolean servesAs(String host);
}
