// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// JSON for jjwt by the library that the rest of the program uses, so that no second one comes with it. A header or
/// claims with a member twice are no JSON here.
@SuppressWarnings("JavaUtilDate") // jjwt's own type for times
final class JwtJson {
    private static final JsonType<Map<String, Object>> OBJECT =
            Jsonb.builder().build().type(Object.class).map();

    static final Serializer<Map<String, ?>> SERIALIZER = new Serializer<>() {
        @Override
        @Deprecated
        public byte[] serialize(Map<String, ?> members) {
            return OBJECT.toJsonBytes(plain(members));
        }

        @Override
        public void serialize(Map<String, ?> members, OutputStream out) {
            try {
                out.write(OBJECT.toJsonBytes(plain(members)));
            } catch (IOException e) {
                throw new SerializationException("cannot write", e);
            }
        }
    };

    static final Deserializer<Map<String, ?>> DESERIALIZER = new Deserializer<>() {
        @Override
        @Deprecated
        public Map<String, ?> deserialize(byte[] json) {
            return parse(new String(json, StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, ?> deserialize(Reader reader) {
            try {
                var text = new StringBuilder();
                char[] buffer = new char[512];
                for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                    text.append(buffer, 0, n);
                }
                return parse(text.toString());
            } catch (IOException e) {
                throw new DeserializationException("cannot read", e);
            }
        }
    };

    private JwtJson() {}

    private static Map<String, ?> parse(String json) {
        try {
            return OBJECT.fromJson(json);
        } catch (RuntimeException e) {
            throw new DeserializationException("not JSON", e);
        }
    }

    /// jjwt hands over its own value types.
    private static Map<String, Object> plain(Map<String, ?> members) {
        Map<String, Object> result = new LinkedHashMap<>();
        members.forEach((name, value) -> result.put(name, plain(value)));
        return result;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Date date -> date.getTime() / 1000;
            case Set<?> set -> List.copyOf(set);
            default -> value;
        };
    }
}
