// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// Seals secrets that have to be read again (AES-256-GCM). What is sealed names its key, so that it outlives a
/// rotation, and opens in its own place only. Thread-safe.
///
/// ```
/// version (1) | length of the key's id | the key's id | nonce, 12 | ciphertext | tag, 16
/// ```
public final class SecretBox {
    private static final byte VERSION = 1;

    private final Keyring keys;
    private final Purpose purpose;
    private final SecureRandom random;

    public SecretBox(Keyring keys, Purpose purpose, SecureRandom random) {
        this.keys = keys;
        this.purpose = purpose;
        this.random = random;
    }

    /// @param associated the only place where it opens again, such as `totp:<user id>:v1`; not secret, not stored
    public byte[] seal(byte[] plain, String associated) {
        Keyring.Key key = keys.active(purpose);
        byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
        byte[] head = ByteBuffer.allocate(2 + id.length)
                .put(VERSION)
                .put((byte) id.length)
                .put(id)
                .array();
        byte[] body = Sealing.seal(key.bytes(), plain, bound(head, associated), random);
        return join(head, body);
    }

    /// @throws SealBroken when it was not sealed by one of this box's keys for that place, or was changed since
    public byte[] open(byte[] sealed, String associated) {
        if (sealed.length < 2 || sealed[0] != VERSION || sealed.length < 2 + sealed[1] || sealed[1] < 0) {
            throw new SealBroken();
        }
        byte[] head = Arrays.copyOf(sealed, 2 + sealed[1]);
        String id = new String(head, 2, sealed[1], StandardCharsets.US_ASCII);
        Keyring.Key key = keys.find(purpose, id).orElseThrow(SealBroken::new);
        try {
            byte[] body = Arrays.copyOfRange(sealed, head.length, sealed.length);
            return Sealing.open(key.bytes(), body, bound(head, associated));
        } catch (AEADBadTagException e) {
            throw new SealBroken(e);
        }
    }

    private static byte[] bound(byte[] head, String associated) {
        return join(head, associated.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
