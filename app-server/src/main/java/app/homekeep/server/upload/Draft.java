// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.OpenFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/// The bytes of an upload while they come: a hidden file on the volume where they will stay. Not thread-safe.
final class Draft implements Closeable {
    /// How often the free space is looked at while writing.
    private static final long CHECK_EVERY = 4L * 1024 * 1024;

    private final OpenFolder workshop;
    private final FileChannel channel;
    private final long most;
    private final long reserve;
    private final Optional<ContentDigest> digest;
    private long written;
    private long nextCheck = CHECK_EVERY;

    /// @param most    bytes it may have
    /// @param reserve bytes that must stay free, so that the rest of the server can go on
    Draft(OpenFolder workshop, String name, long most, long reserve, Optional<ContentDigest> digest)
            throws IOException {
        this.workshop = workshop;
        this.most = most;
        this.reserve = reserve;
        this.digest = digest;
        try {
            channel = workshop.open(name, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw DiskFull.or(e, workshop);
        }
    }

    /// @throws Refused 413 or 507
    void write(byte[] bytes, int length) throws IOException {
        if (length > most - written) {
            throw tooLarge(most);
        }
        digest.ifPresent(it -> it.add(bytes, length));
        var buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                written += channel.write(buffer);
            }
        } catch (IOException e) {
            throw DiskFull.or(e, workshop);
        }
        if (written >= nextCheck) {
            nextCheck = written + CHECK_EVERY;
            requireRoom(workshop, 0, reserve);
        }
    }

    /// Everything has come: makes it outlast a power cut.
    ///
    /// @param announced what the client said would come
    /// @throws Refused 400 when something else has come
    void complete(Optional<Long> announced) throws IOException {
        if (announced.isPresent() && announced.get() != written) {
            throw new Refused(ProblemCode.BAD_REQUEST, "The file did not arrive whole. Send it again.");
        }
        digest.ifPresent(ContentDigest::check);
        try {
            channel.force(true);
        } catch (IOException e) {
            throw DiskFull.or(e, workshop);
        }
    }

    long written() {
        return written;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// @throws Refused 507 when that many bytes and the reserve don't fit
    static void requireRoom(OpenFolder folder, long bytes, long reserve) throws IOException {
        if (folder.usableBytes() - reserve < bytes) {
            throw DiskFull.refused();
        }
    }

    static Refused tooLarge(long most) {
        return new Refused(ProblemCode.TOO_LARGE, "The file is too large: " + most + " bytes at most.");
    }
}
