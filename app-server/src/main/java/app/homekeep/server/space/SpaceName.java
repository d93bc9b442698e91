// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Limits;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What one file or folder may be called, the same on every system, so that a space can move from one to another.
/// Names that break this can only come from outside Homekeep; they are left out of listings.
final class SpaceName {
    /// The folder in a space's root that holds what is not finished; never listed, never reachable by a path.
    static final String HIDDEN = ".homekeep";

    /// Windows opens a device for these, in whatever folder and with whatever extension.
    private static final Pattern DEVICE = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(com|lpt)[0-9\u00B9\u00B2\u00B3])\\s*([.:].*)?");

    private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final int DECODINGS = 5;

    private SpaceName() {}

    /// @param name in NFC
    /// @return why the name is refused, as a sentence; empty when it is fine
    static Optional<String> whyNot(String name) {
        if (name.isEmpty()) {
            return Optional.of("A name in the path is empty.");
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            return Optional.of("A name can't hold a slash or a backslash.");
        }
        if (name.codePoints().anyMatch(SpaceName::unprintable)) {
            return Optional.of("A name can't hold control characters or characters that change the reading direction.");
        }
        if (climbs(name)) {
            return Optional.of("A path can't lead upwards.");
        }
        if (name.endsWith(".") || name.endsWith(" ")) {
            return Optional.of("A name can't end with a dot or a space.");
        }
        if (DEVICE.matcher(name).matches() || name.contains("::") || name.contains(":$")) {
            return Optional.of("This name is reserved on some systems.");
        }
        if (visible(name).equalsIgnoreCase(HIDDEN)) {
            return Optional.of("This name is Homekeep's own.");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > Limits.PATH_NAME_BYTES) {
            return Optional.of("A name is too long: " + Limits.PATH_NAME_BYTES + " bytes at most.");
        }
        return Optional.empty();
    }

    /// Control characters, bidirectional controls, halves of surrogate pairs, and what a decoder leaves for bytes
    /// that were not UTF-8.
    private static boolean unprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default ->
                point == 0x061C
                        || point == 0x200E
                        || point == 0x200F
                        || (point >= 0x202A && point <= 0x202E)
                        || (point >= 0x2066 && point <= 0x2069)
                        || point == 0xFEFF
                        || point == 0xFFFD;
        };
    }

    /// Whether the name, or what another layer might make of it by decoding once more, is a way upwards or two
    /// names.
    private static boolean climbs(String name) {
        String text = name;
        for (int i = 0; i < DECODINGS; i++) {
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
            if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.indexOf('\0') >= 0) {
                return true;
            }
            String decoded = ENCODED.matcher(text)
                    .replaceAll(hit -> java.util.regex.Matcher.quoteReplacement(
                            String.valueOf((char) Integer.parseInt(hit.group().substring(1), 16))));
            if (decoded.equals(text)) {
                return false;
            }
            text = decoded;
        }
        return true;
    }

    /// Some file systems ignore invisible characters when they compare names.
    private static String visible(String name) {
        return name.codePoints()
                .filter(point -> !Character.isIdentifierIgnorable(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
