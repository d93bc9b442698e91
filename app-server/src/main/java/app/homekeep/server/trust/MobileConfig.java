// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import io.jstach.jstache.JStache;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/// A configuration profile that brings the home CA to an iPhone, iPad or Mac (Apple's *Configuration Profile
/// Reference*,
/// payload `com.apple.security.root`). Unsigned: who signs it would have to be trusted already. Its
/// identifiers belong to the certificate, so one that is loaded again takes the place of the first.
///
/// @param name        of the server
/// @param description what it is for
/// @param ca          what the home CA is called
/// @param certificate in base64
@JStache(path = "app/homekeep/server/trust/mobileconfig.mustache")
record MobileConfig(String name, String description, String ca, String certificate, String fingerprint) {
    static MobileConfig of(X509Certificate root, String serverName, Texts texts) {
        try {
            return new MobileConfig(
                    printable(serverName),
                    texts.get("profile.description"),
                    Names.of(root),
                    Base64.getEncoder().encodeToString(root.getEncoded()),
                    Fingerprint.of(root).hex());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    String identifier() {
        return "app.homekeep." + fingerprint.substring(0, 16);
    }

    String profileUuid() {
        return uuid("profile");
    }

    String payloadUuid() {
        return uuid("payload");
    }

    private String uuid(String of) {
        return UUID.nameUUIDFromBytes((fingerprint + " " + of).getBytes(StandardCharsets.UTF_8))
                .toString()
                .toUpperCase(Locale.ROOT);
    }

    /// What can't stand in XML at all, escaped or not (XML 1.0 section 2.2), is left out.
    private static String printable(String text) {
        var fit = new StringBuilder();
        text.codePoints()
                .filter(point -> !Character.isISOControl(point)
                        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        && point != 0xFFFE
                        && point != 0xFFFF)
                .forEach(fit::appendCodePoint);
        return fit.toString();
    }
}
