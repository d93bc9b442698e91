// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.keyring.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a browser keeps to be recognised by: the device's id, signed together with the account's. It says that this
/// account was once signed in to on this device, and opens nothing by itself.
///
/// `device id . key id . HMAC-SHA-256(key, "device" device id account id)`
final class DeviceCookies {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 256;

    private final Keyring keyring;

    DeviceCookies(Keyring keyring) {
        this.keyring = keyring;
    }

    String of(String deviceId, String accountId) {
        Keyring.Key key = keyring.active(Purpose.DEVICE_COOKIE);
        byte[] signature = sign(key, deviceId, accountId);
        return deviceId + "." + key.id() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /// The device's id, where this server has signed the cookie for this account. Compares in constant time.
    Optional<String> deviceId(String cookie, String accountId) {
        String[] parts = cookie.length() > LONGEST ? new String[0] : cookie.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        return keyring.find(Purpose.DEVICE_COOKIE, parts[1])
                .filter(key -> MessageDigest.isEqual(sign(key, parts[0], accountId), decoded(parts[2])))
                .map(key -> parts[0]);
    }

    private static byte[] sign(Keyring.Key key, String deviceId, String accountId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.bytes(), ALGORITHM));
            // Ids have no spaces, so no two pairs make the same words.
            return mac.doFinal(("device " + deviceId + " " + accountId).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
