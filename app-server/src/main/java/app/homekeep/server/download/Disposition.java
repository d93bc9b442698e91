// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.download;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// The `Content-Disposition` of a file (RFC 6266), its name in both forms: plain for old readers, and in UTF-8
/// (RFC 8187).
final class Disposition {
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    static String of(boolean attachment, String name) {
        return (attachment ? "attachment" : "inline") + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''"
                + encoded(name);
    }

    /// Accents are dropped, whatever else is not a plain letter becomes an underscore. Percent signs too: some
    /// browsers decode them.
    private static String ascii(String name) {
        var text = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(point -> text.append(
                        point >= 0x20 && point < 0x7F && "\"\\%;/".indexOf(point) < 0 ? (char) point : '_'));
        return text.toString();
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            boolean plain = (letter >= '0' && letter <= '9')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= 'a' && letter <= 'z')
                    || PLAIN.indexOf(letter) >= 0;
            text.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return text.toString();
    }
}
