// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.HashMap;
import java.util.Map;

/// The cookies of a request (RFC 6265), read strictly. Undertow's own reader takes the last of two with one name and
/// answers 500 to too many.
final class Cookies {
    private Cookies() {}

    /// @throws Refused 400 when there are too many, two have one name, or one of ours is malformed
    static Map<String, String> of(HeaderMap headers, int most) {
        HeaderValues lines = headers.get(Headers.COOKIE);
        if (lines == null) {
            return Map.of();
        }
        var cookies = new HashMap<String, String>();
        for (String line : lines) {
            for (int from = 0; from < line.length(); ) {
                int end = line.indexOf(';', from);
                end = end < 0 ? line.length() : end;
                add(cookies, line.substring(from, end).strip(), most);
                from = end + 1;
            }
        }
        return cookies;
    }

    private static void add(Map<String, String> cookies, String pair, int most) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = equals < 0 ? "" : pair.substring(0, equals).stripTrailing();
        String value = unquoted(pair.substring(equals + 1).stripLeading());
        if (name.startsWith("$")) {
            // Not a cookie: what older clients say of the one before (RFC 2965), Java's own among them.
            return;
        }
        if (cookies.size() == most) {
            throw refused("There are too many cookies.");
        }
        if (ours(name) && !value.chars().allMatch(Cookies::octet)) {
            throw refused("A cookie is malformed.");
        }
        if (cookies.putIfAbsent(name, value) != null) {
            throw refused("There are two cookies of one name.");
        }
    }

    /// A value may stand in quotes (RFC 6265 section 4.1.1), which are no part of what it says.
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /// Other programs on this machine share its cookies and may write them as they like.
    private static boolean ours(String name) {
        return name.startsWith("homekeep")
                || name.startsWith("__Host-homekeep")
                || name.startsWith("__Secure-homekeep");
    }

    /// RFC 6265 section 4.1.1, `cookie-octet`.
    private static boolean octet(int c) {
        return c > ' ' && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
    }

    private static Refused refused(String sentence) {
        return new Refused(ProblemCode.BAD_COOKIE, sentence);
    }
}
