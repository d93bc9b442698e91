// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.model.Limits;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person would call the thing they sign in with, from what its browser says of itself. Only for people to read:
/// nothing is decided by it.
///
/// @param name    such as `Anna's Pixel`, `iPhone` or `Windows computer`
/// @param browser such as `Chrome 141`
public record Device(String name, String browser) {
    private record Word(Pattern pattern, String name) {
        static Word of(String regex, String name) {
            return new Word(Pattern.compile(regex), name);
        }
    }

    /// Order matters: many browsers also say the names of those they descend from.
    private static final List<Word> BROWSERS = List.of(
            Word.of("\\bEdgA?/(\\d+)", "Edge"),
            Word.of("\\bEdgiOS/(\\d+)", "Edge"),
            Word.of("\\bOPR/(\\d+)", "Opera"),
            Word.of("\\bSamsungBrowser/(\\d+)", "Samsung Internet"),
            Word.of("\\b(?:Firefox|FxiOS)/(\\d+)", "Firefox"),
            Word.of("\\bCriOS/(\\d+)", "Chrome"),
            Word.of("\\bHeadlessChrome/(\\d+)", "Chrome"),
            Word.of("\\bChrome/(\\d+)", "Chrome"),
            Word.of("\\bVersion/(\\d+)[^ ]* (?:Mobile/\\S+ )?Safari/", "Safari"),
            Word.of("^curl/(\\d+)", "curl"),
            Word.of("^Wget/(\\d+)", "Wget"),
            Word.of("^rclone/v?(\\d+)", "rclone"));

    private static final List<Word> SYSTEMS = List.of(
            Word.of("\\biPhone\\b", "iPhone"),
            Word.of("\\biPad\\b", "iPad"),
            Word.of("\\bAndroid\\b(?=.*\\bMobile\\b)", "Android phone"),
            Word.of("\\bAndroid\\b", "Android tablet"),
            Word.of("\\bWindows\\b", "Windows computer"),
            Word.of("\\bMacintosh\\b", "Mac"),
            Word.of("\\bCrOS\\b", "Chromebook"),
            Word.of("\\bLinux\\b", "Linux computer"),
            Word.of("^(?:curl|Wget|rclone)/", "Command line"));

    /// @param chosen    what the person calls it, where they said so
    /// @param userAgent the browser's own words
    public static Device of(Optional<String> chosen, Optional<String> userAgent) {
        String words = userAgent.orElse("");
        String name = chosen.orElseGet(() -> SYSTEMS.stream()
                .filter(word -> word.pattern().matcher(words).find())
                .map(Word::name)
                .findFirst()
                .orElse("Unknown device"));
        return new Device(bounded(name), browser(words));
    }

    private static String browser(String words) {
        for (Word word : BROWSERS) {
            Matcher matcher = word.pattern().matcher(words);
            if (matcher.find()) {
                return word.name() + " " + matcher.group(1);
            }
        }
        return "Unknown browser";
    }

    private static String bounded(String name) {
        int longest = Math.min(name.codePointCount(0, name.length()), Limits.NAME_LONGEST);
        return name.substring(0, name.offsetByCodePoints(0, longest));
    }
}
