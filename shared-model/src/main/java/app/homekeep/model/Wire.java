// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// JSON as the contract has it: snake_case, UTF-8, times in UTC with milliseconds, nulls written. Thread-safe.
public final class Wire {
    private static final Jsonb FULL = builder(true);
    private static final Jsonb SHORT = builder(false);
    private static final JsonType<Problem> PROBLEM = SHORT.type(Problem.class);

    private Wire() {}

    /// The JSON form of a record of this module. Keep what it returns: looking it up costs.
    public static <T> JsonType<T> type(Class<T> type) {
        return FULL.type(type);
    }

    /// The JSON form of a page of them.
    public static <T> JsonType<Page<T>> page(Class<T> type) {
        return FULL.type(Types.newParameterizedType(Page.class, type));
    }

    /// The JSON form of a plain list of them.
    public static <T> JsonType<List<T>> list(Class<T> type) {
        return FULL.type(type).list();
    }

    /// The JSON form of a refusal; a member that is missing is left out.
    public static JsonType<Problem> problem() {
        return PROBLEM;
    }

    private static Jsonb builder(boolean nulls) {
        return Jsonb.builder()
                .failOnUnknown(true)
                .serializeNulls(nulls)
                .serializeEmpty(true)
                .add(Instant.class, new InstantAdapter().nullSafe())
                .build();
    }

    private static final class InstantAdapter implements JsonAdapter<Instant> {
        private static final DateTimeFormatter MILLIS =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        @Override
        public void toJson(JsonWriter writer, Instant value) {
            writer.value(MILLIS.format(value));
        }

        @Override
        public Instant fromJson(JsonReader reader) {
            return Instant.parse(reader.readString());
        }
    }
}
