// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The SHA-256 of a certificate as people compare it.
///
/// @param hex 64 hexadecimal digits in lower case
public record Fingerprint(String hex) {
    private static final int GROUPS = 8;

    public static Fingerprint of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Eight groups of eight digits, in upper case as devices show them.
    public List<String> groups() {
        int size = hex.length() / GROUPS;
        return IntStream.range(0, GROUPS)
                .mapToObj(
                        group -> hex.substring(group * size, (group + 1) * size).toUpperCase(Locale.ROOT))
                .toList();
    }
}
