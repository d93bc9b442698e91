// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the client says the bytes hash to (RFC 9530, `Content-Digest: sha-256=:…:`), and the hash of what has
/// come. Not thread-safe.
final class ContentDigest {
    private static final Map<String, String> ALGORITHMS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");
    private static final Pattern MEMBER = Pattern.compile("\\s*([a-z0-9*_.-]+)=:([A-Za-z0-9+/=]*):\\s*");

    private final MessageDigest digest;
    private final byte[] expected;

    private ContentDigest(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    /// Reads the header; algorithms that we don't know are left out, as the RFC allows.
    ///
    /// @throws Refused 400 when it can't be read
    static Optional<ContentDigest> parse(String header) {
        Optional<ContentDigest> found = Optional.empty();
        for (String member : header.split(",", -1)) {
            var match = MEMBER.matcher(member);
            if (!match.matches()) {
                throw unreadable();
            }
            String algorithm = ALGORITHMS.get(match.group(1));
            if (algorithm != null && found.isEmpty()) {
                found = Optional.of(of(algorithm, match.group(2)));
            }
        }
        return found;
    }

    void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    /// @throws Refused 400 when other bytes have come than the client sent
    void check() {
        if (!MessageDigest.isEqual(digest.digest(), expected)) {
            throw new Refused(
                    ProblemCode.BAD_REQUEST, "The file was changed on its way: its digest is another. Send it again.");
        }
    }

    private static ContentDigest of(String algorithm, String base64) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            byte[] expected = Base64.getDecoder().decode(base64);
            if (expected.length != digest.getDigestLength()) {
                throw unreadable();
            }
            return new ContentDigest(digest, expected);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Refused unreadable() {
        return new Refused(ProblemCode.BAD_REQUEST, "The Content-Digest header can't be read.");
    }
}
