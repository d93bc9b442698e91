// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// Presents one certificate to everybody. Instead of a key store in memory, which would encrypt the key by a slow
/// password-based cipher to decrypt it at once.
final class OneKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "door";

    private final Leaf leaf;
    private final X509Certificate intermediate;

    OneKey(Leaf leaf, X509Certificate intermediate) {
        this.leaf = leaf;
        this.intermediate = intermediate;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return keyType.equals("EC") ? ALIAS : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return keyType.equals("EC") ? new String[] {ALIAS} : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {leaf.certificate(), intermediate};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return leaf.key();
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
