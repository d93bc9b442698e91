// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/// How long something shall be good, as typed: `90d`, `12h`.
record Lifetime(Duration duration) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([dh])");

    static Lifetime of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is no time: use days or hours, such as 90d or 12h.");
        }
        long count = Long.parseLong(matcher.group(1));
        return new Lifetime(matcher.group(2).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count));
    }
}
