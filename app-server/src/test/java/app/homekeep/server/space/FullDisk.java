// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// A folder on a disk that has become full: what is written to a new file goes to `/dev/full`, so that the refusal is
/// the system's own. Everything else is the real folder's.
public record FullDisk(OpenFolder real) implements OpenFolder {
    private static final Path FULL = Path.of("/dev/full");

    @Override
    public FileChannel open(String name, Set<? extends OpenOption> options) throws IOException {
        FileChannel channel = real.open(name, options);
        if (!options.contains(StandardOpenOption.WRITE)) {
            return channel;
        }
        channel.close();
        if (Files.exists(FULL)) {
            return FileChannel.open(FULL, StandardOpenOption.WRITE);
        }
        throw new IOException("No space left on device");
    }

    @Override
    public OpenFolder folder(String name) throws IOException {
        return new FullDisk(real.folder(name));
    }

    @Override
    public void makeFolder(String name, OpenFolder spare) throws IOException {
        real.makeFolder(name, bare(spare));
    }

    @Override
    public Optional<FileFacts> facts(String name) throws IOException {
        return real.facts(name);
    }

    @Override
    public Iterator<String> names() {
        return real.names();
    }

    @Override
    public void move(String name, OpenFolder to, String newName) throws IOException {
        real.move(name, bare(to), newName);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        real.deleteFile(name);
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        real.deleteFolder(name);
    }

    @Override
    public void sync() throws IOException {
        real.sync();
    }

    @Override
    public long usableBytes() throws IOException {
        return real.usableBytes();
    }

    @Override
    public void close() throws IOException {
        real.close();
    }

    private static OpenFolder bare(OpenFolder folder) {
        return folder instanceof FullDisk full ? full.real() : folder;
    }
}
