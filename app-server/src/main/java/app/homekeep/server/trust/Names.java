// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What devices call a certificate.
final class Names {
    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,]+)");

    private Names() {}

    /// Its common name, such as `Homekeep homekeep-k3x7qa`.
    static String of(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        Matcher found = COMMON_NAME.matcher(name);
        return found.find() ? found.group(1) : name;
    }
}
