// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.Invalid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A certificate with its key as Windows and many authorities hand them out: a PKCS#12 file (RFC 7292), `.p12` or
/// `.pfx`.
final class GivenPkcs12 {
    private static final String FILE = "pkcs12";
    private static final String PASSWORD = "password";

    private GivenPkcs12() {}

    /// @param base64 the file
    /// @throws Invalid where it doesn't open, or has not exactly one key with its certificates
    static KeyedChain read(String base64, @Nullable String password) {
        char[] secret = password == null ? new char[0] : password.toCharArray();
        try {
            KeyStore store = opened(bytes(base64), secret);
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.isEmpty()) {
                throw new Invalid(FILE, "There is no key in this file. Export the certificate together with its key.");
            }
            if (keys.size() > 1) {
                throw new Invalid(FILE, "There are several keys in this file. Export the certificate's only.");
            }
            return of(store, keys.getFirst(), secret);
        } catch (GeneralSecurityException e) {
            throw unreadable();
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static KeyedChain of(KeyStore store, String alias, char[] secret) throws GeneralSecurityException {
        var certificates = store.getCertificateChain(alias);
        if (certificates == null || certificates.length == 0) {
            throw new Invalid(FILE, "There is no certificate for the key in this file.");
        }
        List<X509Certificate> chain =
                Arrays.stream(certificates).map(X509Certificate.class::cast).toList();
        if (store.getKey(alias, secret) instanceof PrivateKey key) {
            return new KeyedChain(chain, key);
        }
        throw unreadable();
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new Invalid(FILE, "This is not base64.");
        }
    }

    private static KeyStore opened(byte[] file, char[] secret) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), secret);
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new Invalid(
                        PASSWORD, secret.length == 0 ? "The file has a password." : "This is not the file's password.");
            }
            throw unreadable();
        } catch (RuntimeException _) {
            // The JDK's reader of these throws of everything where the bytes are not what they should be.
            throw unreadable();
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it is loaded", e);
        }
    }

    private static Invalid unreadable() {
        return new Invalid(FILE, "This is no PKCS#12 file that can be read.");
    }
}
