// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers for the server's name on one network.
final class Broadcast implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final String HTTPS = "_https._tcp.local.";
    /// Of one label (RFC 1035).
    private static final int LABEL_BYTES = 63;

    private final JmDNS responder;

    private Broadcast(JmDNS responder) {
        this.responder = responder;
    }

    /// Begins; it takes some seconds until others hear it, since nobody else may have the name (RFC 6762 section 8.1).
    static Broadcast begin(InetAddress address, Announcement what) throws IOException {
        JmDNS responder = JmDNS.create(address, what.label());
        try {
            responder.registerService(
                    ServiceInfo.create(HTTPS, instance(what.serverName()), what.port(), 0, 0, Map.of("path", "/")));
            return new Broadcast(responder);
        } catch (IOException | RuntimeException e) {
            responder.close();
            throw e;
        }
    }

    /// One label: no dots, and no longer than it may be.
    static String instance(String serverName) {
        var label = new StringBuilder();
        int bytes = 0;
        for (int point : serverName.replace('.', ' ').codePoints().toArray()) {
            String character = Character.toString(point);
            bytes += character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LABEL_BYTES) {
                break;
            }
            label.append(character);
        }
        return label.toString().strip();
    }

    /// Tells the others that the name is no more; takes about two seconds.
    @Override
    public void close() {
        try {
            responder.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The name could not be withdrawn", e);
        }
    }
}
