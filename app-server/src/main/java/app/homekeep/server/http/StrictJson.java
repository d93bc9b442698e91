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
    private final JsonText text;
    private final Deque<Level> levels = new ArrayDeque<>();

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
        this.text = new JsonText(text);
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
        if (!text.ended()) {
            throw text.malformed();
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
        if (text.peek() != '"') {
            throw text.malformed();
        }
        String name = text.string();
        level.current = name;
        if (!level.names.add(name)) {
            throw Refused.badField(location(), "This is given twice.");
        }
        text.expect(':');
        return name;
    }

    @Override
    public boolean isNullValue() {
        return text.peek() == 'n' && text.literal("null");
    }

    @Override
    public boolean readBoolean() {
        return switch (text.peek()) {
            case 't' -> text.literal("true");
            case 'f' -> !text.literal("false");
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
        if (text.peek() != '"') {
            throw wrong("a text");
        }
        return text.string();
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
        text.peek();
        int from = text.at();
        skipValue();
        return text.since(from);
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
        return switch (text.peek()) {
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
            case STRING -> text.string();
            case BOOLEAN -> readBoolean();
            case NULL -> text.literal("null");
            case NUMBER -> number();
        }
    }

    @Override
    public void unmappedField(String fieldName) {
        throw Refused.badField(location(), "This is not known here.");
    }

    private void begin(char open, char close, String what) {
        if (text.peek() != open) {
            throw wrong(what);
        }
        if (levels.size() == Limits.JSON_DEPTH) {
            throw new Refused(ProblemCode.BAD_REQUEST, "The JSON is nested too deeply.");
        }
        text.expect(open);
        levels.push(new Level(close));
    }

    private void close(char close) {
        text.expect(close);
        levels.pop();
    }

    private boolean hasNext() {
        Level level = levels.element();
        char next = text.peek();
        if (next == level.close) {
            return false;
        }
        if (level.count++ > 0) {
            text.expect(',');
        }
        return true;
    }

    private String number() {
        if (!text.atNumber()) {
            throw wrong("a number");
        }
        return text.number();
    }

    private Refused wrong(String wanted) {
        return Refused.badField(location(), "This must be " + wanted + ".");
    }
}
