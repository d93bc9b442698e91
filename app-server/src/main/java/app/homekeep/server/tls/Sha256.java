// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/// Fingerprints as people compare them.
final class Sha256 {
    private Sha256() {}

    /// 64 hexadecimal digits in lower case.
    static String of(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Pem.of(certificate).bytes());
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
