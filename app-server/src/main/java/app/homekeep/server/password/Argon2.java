// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// One Argon2id hash (RFC 9106) with the cost it was made at, as a PHC string:
/// `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`.
///
/// @param cost what it took
/// @param salt 16 bytes
/// @param hash 32 bytes
record Argon2(Cost cost, byte[] salt, byte[] hash) {
    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    /// What one hash costs.
    ///
    /// @param memory in KiB
    /// @param passes over that memory
    /// @param lanes  computed side by side
    record Cost(int memory, int passes, int lanes) {
        /// OWASP's named minimum: equal in strength to 46 MiB and one pass, at a third of the memory.
        static final Cost OWASP = new Cost(19_456, 2, 1);
    }

    static Argon2 of(String password, byte[] salt, Cost cost) {
        return new Argon2(cost, salt, compute(password, salt, cost));
    }

    /// @throws IllegalArgumentException when it is not such a string
    static Argon2 parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2id PHC string");
        }
        Cost cost = new Cost(number(parts, 1), number(parts, 2), number(parts, 3));
        return new Argon2(
                cost,
                Base64.getDecoder().decode(parts.group(4)),
                Base64.getDecoder().decode(parts.group(5)));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, compute(password, salt, cost));
    }

    String phc() {
        return String.format(
                Locale.ROOT,
                "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
                cost.memory(),
                cost.passes(),
                cost.lanes(),
                ENCODER.encodeToString(salt),
                ENCODER.encodeToString(hash));
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(Optional.ofNullable(parts.group(group)).orElseThrow());
    }

    private static byte[] compute(String password, byte[] salt, Cost cost) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        char[] characters = password.toCharArray();
        byte[] result = new byte[HASH_BYTES];
        generator.generateBytes(characters, result);
        Arrays.fill(characters, '\0');
        return result;
    }
}
