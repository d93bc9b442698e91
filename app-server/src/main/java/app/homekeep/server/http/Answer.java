// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What a handler answers. A value: the pipeline writes it, with the headers that every answer carries.
public sealed interface Answer {
    /// Everything in memory.
    record Whole(int status, String type, byte[] body, Map<String, String> headers, List<SetCookie> cookies)
            implements Answer {
        public Whole {
            headers = Map.copyOf(headers);
            cookies = List.copyOf(cookies);
        }

        /// The same answer with one more header.
        public Whole header(String name, String value) {
            var all = new LinkedHashMap<>(headers);
            all.put(name, value);
            return new Whole(status, type, body, all, cookies);
        }

        /// The same answer with more cookies.
        public Whole cookies(List<SetCookie> more) {
            var all = new ArrayList<>(cookies);
            all.addAll(more);
            return new Whole(status, type, body, headers, all);
        }
    }

    /// A file, whole or in the ranges that the request asks for (RFC 9110 section 14). The pipeline streams
    /// it from a worker thread, closes the channel, and answers conditional requests by tag and time.
    ///
    /// @param length     in bytes
    /// @param tag        a strong entity tag without its quotes
    /// @param headers    further ones, such as `Content-Disposition`
    /// @param stillFine  asked once the transfer can be cut, just before the first byte; throws what
    ///     refuses it
    record FileContent(
            FileChannel channel,
            long length,
            String type,
            String tag,
            Instant modifiedAt,
            Map<String, String> headers,
            Runnable stillFine)
            implements Answer {
        public FileContent {
            headers = Map.copyOf(headers);
        }

        /// One that nothing can refuse once it was answered.
        public FileContent(
                FileChannel channel,
                long length,
                String type,
                String tag,
                Instant modifiedAt,
                Map<String, String> headers) {
            this(channel, length, type, tag, modifiedAt, headers, () -> {});
        }
    }

    /// A body that is written as it is made, from a worker thread.
    record Written(String type, Map<String, String> headers, Body body) implements Answer {
        public Written {
            headers = Map.copyOf(headers);
        }

        /// Writes the body; the stream is closed by the pipeline.
        @FunctionalInterface
        public interface Body {
            void writeTo(OutputStream out) throws IOException;
        }
    }

    /// A stream of server-sent events that stays open.
    ///
    /// @param opened called once when it is open, on any thread
    record Events(Consumer<EventStream> opened) implements Answer {}

    static <T> Whole json(int status, JsonType<T> type, T value) {
        return new Whole(status, "application/json", type.toJsonBytes(value), Map.of(), List.of());
    }

    static <T> Whole ok(JsonType<T> type, T value) {
        return json(200, type, value);
    }

    /// 204.
    static Whole nothing() {
        return new Whole(204, "", new byte[0], Map.of(), List.of());
    }

    /// 202, and nothing that tells what comes of it.
    static Whole accepted() {
        return new Whole(202, "", new byte[0], Map.of(), List.of());
    }

    static Whole text(int status, String type, String text) {
        return new Whole(status, type, text.getBytes(StandardCharsets.UTF_8), Map.of(), List.of());
    }
}
