// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import java.text.Normalizer;
import java.util.Locale;

/// The one form in which usernames are compared, so that `Anna`, `ANNA` and a look-alike made of compatibility
/// characters are the same account, for signing in as for counting wrong passwords.
public final class Usernames {
    private Usernames() {}

    /// NFKC, case-folded, NFKC again (Unicode's toNFKC_Casefold, near enough for the letters we allow).
    public static String folded(String username) {
        String compatible = Normalizer.normalize(username.strip(), Normalizer.Form.NFKC);
        String folded = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
