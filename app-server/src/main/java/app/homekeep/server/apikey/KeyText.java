// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.apikey;

import app.homekeep.server.code.SecretToken;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An API key as its script has it: `hk_<id>_<secret>`, lower-case letters and digits alone, so that a double click
/// selects it whole.
///
/// @param secret 256 random bits
record KeyText(String id, String secret) {
    /// What every key begins with, so that a leaked one is recognised.
    static final String PREFIX = "hk_";

    private static final Pattern FORM = Pattern.compile("hk_([a-z0-9]{1,64})_([a-z0-9]{1,64})");
    private static final int BYTES = 32;
    private static final int RADIX = 36;

    static KeyText random(String id, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new KeyText(id, new BigInteger(1, bytes).toString(RADIX));
    }

    /// @return empty for what is no key
    static Optional<KeyText> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new KeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /// What is kept of the secret.
    byte[] hash() {
        return new SecretToken(secret).hash();
    }

    String text() {
        return PREFIX + id + "_" + secret;
    }

    /// Without the secret, so that it never gets into a log.
    @Override
    public String toString() {
        return PREFIX + id;
    }
}
