// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.Limits;
import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Reads JSON (RFC 8259) to the letter, for avaje's adapters. avaje's own parser lets pass what a server must not: a
/// member given twice (the last wins), text after the end, numbers in quotes, a trailing comma, bytes that are not
/// UTF-8.
/// Every refusal names the member it is about. Not thread-safe.
final class StrictJson implements JsonReader {
    private final String text;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int at;

    /// An object or array that is open.
    private static final class Level {
        final char close;
        final Set<String> names = new HashSet<>();
        String current = "";
        int count;

        Level(char close) {
            this.close = close;
        }
    }

    private StrictJson(String text) {
        this.text = text;
    }

    /// @throws Refused 400 when the bytes are not UTF-8
    static StrictJson of(byte[] utf8) {
        try {
            return new StrictJson(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException notText) {
            throw new Refused(ProblemCode.BAD_REQUEST, "The body is not UTF-8.");
        }
    }

    /// @throws Refused 400 when something follows the value
    void end() {
        if (peek() != 0 || at < text.length()) {
            throw malformed();
        }
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public void beginArray() {
        begin('[', ']', "a list");
    }

    @Override
    public void endArray() {
        close(']');
    }

    @Override
    public void beginObject(PropertyNames names) {
        beginObject();
    }

    @Override
    public void beginObject() {
        begin('{', '}', "an object");
    }

    @Override
    public void endObject() {
        close('}');
    }

    @Override
    public boolean hasNextElement() {
        return hasNext();
    }

    @Override
    public boolean hasNextField() {
        return hasNext();
    }

    @Override
    public String nextField() {
        Level level = levels.element();
        if (peek() != '"') {
            throw malformed();
        }
        String name = string();
        level.current = name;
        if (!level.names.add(name)) {
            throw Refused.badField(location(), "This is given twice.");
        }
        expect(':');
        return name;
    }

    @Override
    public boolean isNullValue() {
        return peek() == 'n' && literal("null");
    }

    @Override
    public boolean readBoolean() {
        return switch (peek()) {
            case 't' -> literal("true");
            case 'f' -> !literal("false");
            default -> throw wrong("true or false");
        };
    }

    @Override
    public int readInt() {
        try {
            return readDecimal().intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw wrong("a whole number of that size");
        }
    }

    @Override
    public long readLong() {
        try {
            return readDecimal().longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw wrong("a whole number of that size");
        }
    }

    @Override
    public double readDouble() {
        return readDecimal().doubleValue();
    }

    @Override
    public BigDecimal readDecimal() {
        String digits = number();
        // A short text can stand for a number of a million digits.
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        if (digits.length() > 40 || (exponent >= 0 && digits.length() - exponent > 4)) {
            throw wrong("a number of that size");
        }
        return new BigDecimal(digits);
    }

    @Override
    public BigInteger readBigInteger() {
        try {
            return readDecimal().toBigIntegerExact();
        } catch (ArithmeticException notWhole) {
            throw wrong("a whole number");
        }
    }

    @Override
    public String readString() {
        if (peek() != '"') {
            throw wrong("a text");
        }
        return string();
    }

    @Override
    public byte[] readBinary() {
        try {
            return Base64.getDecoder().decode(readString());
        } catch (IllegalArgumentException notBase64) {
            throw wrong("base64");
        }
    }

    @Override
    public String readRaw() {
        peek();
        int from = at;
        skipValue();
        return text.substring(from, at);
    }

    /// Where the reader is, such as `items[2].name`.
    @Override
    public String location() {
        var path = new StringBuilder();
        levels.descendingIterator().forEachRemaining(level -> {
            if (level.close == ']') {
                path.append('[').append(Math.max(0, level.count - 1)).append(']');
            } else if (!level.current.isEmpty()) {
                path.append(path.isEmpty() ? "" : ".").append(level.current);
            }
        });
        return path.toString();
    }

    @Override
    public Token currentToken() {
        return switch (peek()) {
            case '[' -> Token.BEGIN_ARRAY;
            case '{' -> Token.BEGIN_OBJECT;
            case '"' -> Token.STRING;
            case 't', 'f' -> Token.BOOLEAN;
            case 'n' -> Token.NULL;
            default -> Token.NUMBER;
        };
    }

    @Override
    public void close() {
        levels.clear();
    }

    @Override
    public void skipValue() {
        switch (currentToken()) {
            case BEGIN_OBJECT -> {
                beginObject();
                while (hasNextField()) {
                    nextField();
                    skipValue();
                }
                endObject();
            }
            case BEGIN_ARRAY -> {
                beginArray();
                while (hasNextElement()) {
                    skipValue();
                }
                endArray();
            }
            case STRING -> string();
            case BOOLEAN -> readBoolean();
            case NULL -> literal("null");
            case NUMBER -> number();
        }
    }

    @Override
    public void unmappedField(String fieldName) {
        throw Refused.badField(location(), "This is not known here.");
    }

    private void begin(char open, char close, String what) {
        if (peek() != open) {
            throw wrong(what);
        }
        if (levels.size() == Limits.JSON_DEPTH) {
            throw new Refused(ProblemCode.BAD_REQUEST, "The JSON is nested too deeply.");
        }
        at++;
        levels.push(new Level(close));
    }

    private void close(char close) {
        expect(close);
        levels.pop();
    }

    private boolean hasNext() {
        Level level = levels.element();
        char next = peek();
        if (next == level.close) {
            return false;
        }
        if (level.count++ > 0) {
            expect(',');
        }
        return true;
    }

    private String string() {
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
            int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
            if (digit < 0) {
                throw malformed();
            }
            value = (value << 4) | digit;
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

    private String number() {
        char first = peek();
        if (first != '-' && !digit(first)) {
            throw wrong("a number");
        }
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

    private boolean literal(String word) {
        if (!text.startsWith(word, at)) {
            throw malformed();
        }
        at += word.length();
        return true;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw malformed();
        }
        at++;
    }

    /// The next character that counts; 0 at the end.
    private char peek() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private Refused wrong(String wanted) {
        return Refused.badField(location(), "This must be " + wanted + ".");
    }

    private Refused malformed() {
        return new Refused(ProblemCode.BAD_REQUEST, "The body is not JSON, from character " + (at + 1) + " on.");
    }
}
