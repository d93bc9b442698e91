// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/// Tells what a file is from its first bytes (Apache Tika's signatures). Thread-safe.
///
/// The name only refines where the bytes leave it open: plain text, and containers such as ZIP in which office
/// documents come. It never makes anything else of what the bytes say.
public final class MediaTypes {
    /// How many of the first bytes are worth giving.
    public static final int HEAD = 64 * 1024;

    /// What nothing is known of.
    public static final String UNKNOWN = "application/octet-stream";

    private static final Set<String> OPEN = Set.of(
            "text/plain",
            "application/zip",
            "application/xml",
            "application/x-tika-msoffice",
            "application/x-tika-ooxml",
            "application/gzip");

    /// Tika's signatures, read when they are first needed: that takes a fifth of a second, which no start should wait
    /// for.
    private static final class Signatures {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes(MediaTypes.class.getClassLoader());
        static final MediaTypeRegistry REGISTRY = TYPES.getMediaTypeRegistry();
    }

    /// Reads the signatures, so that the first to ask need not wait.
    public void prepare() {
        byName("a.txt");
    }

    /// @param head the first bytes: all of them or at least [#HEAD]
    /// @param name the file's name
    /// @return a media type without parameters, such as `image/jpeg`
    public String of(byte[] head, String name) {
        if (head.length == 0) {
            return UNKNOWN;
        }
        MediaType bytes = byBytes(head);
        if (!OPEN.contains(bytes.toString())) {
            return bytes.toString();
        }
        MediaType named = MediaType.parse(byName(name));
        return named != null
                        && !named.equals(MediaType.OCTET_STREAM)
                        && Signatures.REGISTRY.isSpecializationOf(named, bytes)
                ? named.getBaseType().toString()
                : bytes.toString();
    }

    /// What the file behind an open channel is; the channel's position stays as it is.
    public String of(FileChannel channel, String name) throws IOException {
        var head = ByteBuffer.allocate((int) Math.min(HEAD, channel.size()));
        while (head.hasRemaining()) {
            if (channel.read(head, head.position()) < 0) {
                break;
            }
        }
        var bytes = new byte[head.position()];
        head.flip().get(bytes);
        return of(bytes, name);
    }

    /// What a file of that name would usually be; [#UNKNOWN] when the name says nothing.
    public String byName(String name) {
        var metadata = new Metadata();
        metadata.set(
                TikaCoreProperties.RESOURCE_NAME_KEY,
                name.replace('#', '_').replace('?', '_').replace('%', '_'));
        try {
            return Signatures.TYPES.detect(null, metadata).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MediaType byBytes(byte[] head) {
        try {
            return Signatures.TYPES
                    .detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
