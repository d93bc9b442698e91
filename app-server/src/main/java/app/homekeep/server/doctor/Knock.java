// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Connects to a door of this very server, as a device would.
final class Knock {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Knock() {}

    /// Whether something takes connections there.
    static boolean isHeard(InetSocketAddress door) {
        try (var socket = new Socket()) {
            socket.connect(door, Math.toIntExact(PATIENCE.toMillis()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// The certificates that a door shows, its own first; empty when it doesn't answer.
    static Optional<List<X509Certificate>> certificates(InetSocketAddress door) {
        try (var plain = new Socket()) {
            plain.connect(door, Math.toIntExact(PATIENCE.toMillis()));
            plain.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
            try (var secure = (SSLSocket) lookingOnly()
                    .getSocketFactory()
                    .createSocket(plain, door.getAddress().getHostAddress(), door.getPort(), true)) {
                secure.startHandshake();
                Certificate[] shown = secure.getSession().getPeerCertificates();
                return Optional.of(
                        Stream.of(shown).map(X509Certificate.class::cast).toList());
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Nothing is sent over it: it is there to see what is shown, be it good or bad.
    private static SSLContext lookingOnly() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Looking()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static final class Looking extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
