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
            Word.of("\\bVivaldi/(\\d+)", "Vivaldi"),
            Word.of("\\bDuckDuckGo/(\\d+)", "DuckDuckGo"),
            Word.of("\\bSilk/(\\d+)", "Silk"),
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
            Word.of("\\bXbox\\b", "Xbox"),
            Word.of("\\bPlayStation\\b", "PlayStation"),
            Word.of("\\bNintendo Switch\\b", "Nintendo Switch"),
            Word.of("\\bAppleTV", "Apple TV"),
            Word.of("\\bTizen\\b(?=.*\\bTV\\b)", "Samsung TV"),
            Word.of("\\bWeb0S\\b", "LG TV"),
            Word.of("\\bAFT[A-Z]", "Fire TV"),
            Word.of("\\b(?:BRAVIA|Android TV|GoogleTV)\\b", "Android TV"),
            Word.of("\\bCrKey\\b", "Chromecast"),
            Word.of("\\bAndroid\\b(?=.*\\bSM-)(?=.*\\bMobile\\b)", "Samsung phone"),
            Word.of("\\bAndroid\\b(?=.*\\bSM-)", "Samsung tablet"),
            Word.of("\\biPhone\\b", "iPhone"),
            Word.of("\\biPad\\b", "iPad"),
            Word.of("\\bAndroid\\b(?=.*\\bMobile\\b)", "Android phone"),
            Word.of("\\bAndroid\\b", "Android tablet"),
            Word.of("\\bWindows\\b", "Windows computer"),
            Word.of("\\bMacintosh\\b", "Mac"),
            Word.of("\\bCrOS\\b", "Chromebook"),
            Word.of("\\bLinux\\b", "Linux computer"),
            Word.of("^(?:curl|Wget|rclone)/", "Command line"));

    /// A phone's or tablet's model, behind Android's version: `Android 14; Pixel 8 Build/UD1A; wv`. One that has a name
    /// is
    /// told from a maker's number by its small letters; Samsung's are numbers, Firefox says only what kind it is.
    private static final Pattern MODEL = Pattern.compile("\\bAndroid [\\d.]+; (?:[a-z]{2}-[A-Za-z]{2}; )?"
            + "(?!SM-|Mobile\\b|Tablet\\b)(?=(?:(?! Build/)[^;)])*[a-z])"
            + "([\\p{L}\\p{N}][\\p{L}\\p{N} ._+-]{1,39}?)(?: Build/[^;)]*)?[;)]");

    /// @param chosen    what the person calls it, where they said so
    /// @param userAgent the browser's own words
    public static Device of(Optional<String> chosen, Optional<String> userAgent) {
        String words = userAgent.orElse("");
        return new Device(bounded(chosen.orElseGet(() -> system(words))), browser(words));
    }

    private static String system(String words) {
        Matcher model = MODEL.matcher(words);
        if (model.find()) {
            return model.group(1);
        }
        return SYSTEMS.stream()
                .filter(word -> word.pattern().matcher(words).find())
                .map(Word::name)
                .findFirst()
                .orElse("Unknown device");
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
