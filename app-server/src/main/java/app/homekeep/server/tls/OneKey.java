// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Presents one certificate to everybody. Instead of a key store in memory, which would encrypt the key by a slow
/// password-based cipher to decrypt it at once.
final class OneKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "door";

    private final KeyedChain door;

    private OneKey(KeyedChain door) {
        this.door = door;
    }

    /// A context for a door that presents this and asks for no client's certificate.
    static SSLContext context(KeyedChain door, SecureRandom random) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            // No trust managers rather than the default ones, which would read the JDK's whole list of authorities.
            context.init(new KeyManager[] {new OneKey(door)}, new TrustManager[0], random);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private boolean has(String keyType) {
        return keyType.equals(door.key().getAlgorithm());
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return has(keyType) ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return has(keyType) ? new String[] {ALIAS} : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return door.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return door.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
