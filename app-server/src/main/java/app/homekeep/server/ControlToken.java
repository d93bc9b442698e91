// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.security.SecureRandom;
import java.util.Base64;

/// The bearer token of the control door: 256 random bits, new at each start, told through the run file alone.
record ControlToken(String text) {
    private static final int BYTES = 32;

    static ControlToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new ControlToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Without the token, so that it never gets into a log.
    @Override
    public String toString() {
        return "ControlToken";
    }
}
