// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.util.HexFormat;

/// The letters of a JSON text (RFC 8259), one word after the other. Whatever isn't one is refused with 400 and its
/// place.
/// Not thread-safe.
final class JsonText {
    private final String text;
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    /// How far it was read, in characters.
    int at() {
        return at;
    }

    boolean ended() {
        return peek() == 0 && at == text.length();
    }

    /// What was read since then.
    String since(int from) {
        return text.substring(from, at);
    }

    boolean atNumber() {
        char next = peek();
        return next == '-' || digit(next);
    }

    /// A text, from its first quote to its last.
    String string() {
        at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return wellFormed(value);
            }
            if (c < ' ') {
                throw malformed();
            }
            value.append(c == '\\' ? escaped() : c);
        }
        throw malformed();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed();
        };
    }

    private char unicode() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            char c = at < text.length() ? text.charAt(at++) : 0;
            if (!HexFormat.isHexDigit(c)) {
                throw malformed();
            }
            value = (value << 4) | HexFormat.fromHexDigit(c);
        }
        return (char) value;
    }

    /// Half a surrogate pair would become a question mark in the database.
    private String wellFormed(StringBuilder value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw malformed();
            }
        }
        return value.toString();
    }

    /// A number as it is written. What comes next must begin like one: see [#atNumber].
    String number() {
        char first = peek();
        int from = at;
        at += first == '-' ? 1 : 0;
        boolean zero = at < text.length() && text.charAt(at) == '0';
        if (digits() > 1 && zero) {
            throw malformed();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? 1 : 0;
            digits();
        }
        return text.substring(from, at);
    }

    /// @return how many, at least one
    private int digits() {
        int from = at;
        while (at < text.length() && digit(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw malformed();
        }
        return at - from;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /// @return true, so that it reads well
    boolean literal(String word) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return true;
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed();
        }
        at++;
    }

    /// The next character that counts; 0 at the end.
    char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    Refused malformed() {
        return new Refused(ProblemCode.BAD_REQUEST, "The body is not JSON, from character " + (at + 1) + " on.");
    }
}
