// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import com.bastiaanjansen.otp.HMACAlgorithm;
import com.bastiaanjansen.otp.HOTPGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;

/// What an authenticator app and the server both know: 160 random bits, as RFC 4226 asks. Its codes are those that
/// every app can make: SHA-1, six digits, a new one each 30 seconds (RFC 6238).
record Seed(byte[] bytes) {
    private static final int BYTES = 20;
    private static final int DIGITS = 6;
    private static final long PERIOD_SECONDS = 30;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static Seed random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Seed(bytes);
    }

    /// As apps take it: base32 without padding (RFC 4648). 160 bits are 32 letters, with none left over.
    String base32() {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int five = 0;
            for (int i = bit; i < bit + 5; i++) {
                five = (five << 1) | ((bytes[i / 8] >> (7 - i % 8)) & 1);
            }
            text.append(ALPHABET.charAt(five));
        }
        return text.toString();
    }

    /// The step that a code belongs to: this one, or the one before or after it, for clocks that differ. All three are
    /// compared, so that time does not tell which.
    @SuppressWarnings("deprecation") // SHA-1 is what every app speaks; for HMAC it is sound
    OptionalLong step(String code, Instant now) {
        var codes = new HOTPGenerator.Builder(base32())
                .withAlgorithm(HMACAlgorithm.SHA1)
                .withPasswordLength(DIGITS)
                .build();
        long present = Math.floorDiv(now.getEpochSecond(), PERIOD_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            if (MessageDigest.isEqual(ascii(codes.generate(step)), ascii(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] ascii(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }

    /// Without the seed, so that it never gets into a log.
    @Override
    public String toString() {
        return "Seed";
    }
}
