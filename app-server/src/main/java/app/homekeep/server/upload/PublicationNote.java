// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.FileFacts;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.SpacePath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// The note that says where a draft goes, so that a start after a crash can finish or undo it.
///
/// @param mark which file it is: what stays the same when a file is moved
record PublicationNote(SpacePath path, String mark) {
    private static final String ENDING = ".publish";
    private static final int LONGEST = 8 * 1024;

    static PublicationNote of(SpacePath path, FileFacts draft) {
        return new PublicationNote(path, mark(draft));
    }

    static String name(String id) {
        return id + ENDING;
    }

    /// The upload whose note a file of that name is.
    static Optional<String> id(String name) {
        return name.endsWith(ENDING)
                ? Optional.of(name.substring(0, name.length() - ENDING.length()))
                : Optional.empty();
    }

    boolean isAbout(FileFacts facts) {
        return mark(facts).equals(mark);
    }

    void write(OpenFolder workshop, String id) throws IOException {
        var bytes = ByteBuffer.wrap((path.text() + "\n" + mark).getBytes(StandardCharsets.UTF_8));
        try (FileChannel file =
                workshop.open(name(id), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            throw DiskFull.or(e, workshop);
        }
    }

    /// Empty when there is none, or when a crash left only a part of it: then nothing was moved yet.
    static Optional<PublicationNote> read(OpenFolder workshop, String id) throws IOException {
        if (workshop.facts(name(id)).isEmpty()) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate(LONGEST);
        try (FileChannel file = workshop.open(name(id), Set.of(StandardOpenOption.READ))) {
            while (bytes.hasRemaining() && file.read(bytes) >= 0) {
                // Reads on.
            }
        }
        String[] lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).split("\n", -1);
        try {
            return lines.length == 2
                    ? Optional.of(new PublicationNote(SpacePath.parse(lines[0]), lines[1]))
                    : Optional.empty();
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    private static String mark(FileFacts facts) {
        return facts.key() + " " + facts.size() + " " + facts.modifiedAt();
    }
}
