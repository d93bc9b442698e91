// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;

/// Encrypts secrets for a row of the database or a file, and opens them there only: AES-256-GCM with the place as
/// associated data. The text form is `v1.<key id>.<nonce, ciphertext and tag in Base64url>`. Thread-safe.
public final class SecretBox {
    private static final String VERSION = "v1";

    private final Keyring keyring;
    private final Purpose purpose;
    private final SecureRandom random;

    SecretBox(Keyring keyring, Purpose purpose, SecureRandom random) {
        this.keyring = keyring;
        this.purpose = purpose;
        this.random = random;
    }

    /// @param place where it will be kept, such as `totp:<user id>:v1`
    public String seal(byte[] secret, String place) {
        Key key = keyring.active(purpose);
        byte[] sealed = AesGcm.seal(key.bytes(), secret, context(key.id(), place), random);
        return VERSION + "." + key.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// @throws SecretUnreadable when it was changed, moved here from another place, or made with a key that is gone
    public byte[] open(String sealed, String place) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new SecretUnreadable(place);
        }
        Key key = keyring.find(purpose, parts[1]).orElseThrow(() -> new SecretUnreadable(place));
        try {
            return AesGcm.open(key.bytes(), Base64.getUrlDecoder().decode(parts[2]), context(key.id(), place));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new SecretUnreadable(place);
        }
    }

    /// Whether it was made with a key that is retiring, and ought to be made anew.
    public boolean isOutdated(String sealed) {
        return !sealed.startsWith(VERSION + "." + keyring.active(purpose).id() + ".");
    }

    private static byte[] context(String keyId, String place) {
        return (VERSION + "." + keyId + "." + place).getBytes(StandardCharsets.UTF_8);
    }
}
