// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 in the two forms that a page needs.
final class Digests {
    private static final int NAME_BYTES = 12;

    private Digests() {}

    /// The first 96 bits in hex: enough to name a file by its content.
    static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(sha256(parts), 0, NAME_BYTES);
    }

    /// A source expression for a Content-Security-Policy, with its quotes.
    static String cspSource(byte[] script) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(script)) + "'";
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
