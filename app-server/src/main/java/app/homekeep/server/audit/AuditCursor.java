// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where a page ended, as an opaque text: the number of its last row and a MAC over it and the filter, so that it is
/// good for that list alone.
final class AuditCursor {
    private static final int MAC_BYTES = 12;

    private final Keyring keyring;

    AuditCursor(Keyring keyring) {
        this.keyring = keyring;
    }

    String write(long seq, AuditFilter filter) {
        Keyring.Key key = keyring.active(Purpose.CURSOR);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + MAC_BYTES)
                .putLong(seq)
                .put(mac(key, seq, filter))
                .array();
        return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @throws Refused 400 when it was not made here, or for another filter
    long read(String cursor, AuditFilter filter) {
        int dot = cursor.indexOf('.');
        Optional<Keyring.Key> key = dot < 0 ? Optional.empty() : keyring.find(Purpose.CURSOR, cursor.substring(0, dot));
        byte[] bytes = decoded(cursor.substring(dot + 1));
        if (key.isPresent() && bytes.length == Long.BYTES + MAC_BYTES) {
            long seq = ByteBuffer.wrap(bytes).getLong();
            byte[] mac = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
            if (MessageDigest.isEqual(mac, mac(key.get(), seq, filter))) {
                return seq;
            }
        }
        throw Refused.badField("after", "This is not the cursor of this list.");
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] mac(Keyring.Key key, long seq, AuditFilter filter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).flip());
            return Arrays.copyOf(
                    mac.doFinal(("audit " + filter.fingerprint()).getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
