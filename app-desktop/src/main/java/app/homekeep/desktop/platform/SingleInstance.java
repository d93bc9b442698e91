// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One panel a data folder. The lock on `run/panel.lock` is the truth: the system frees it however the panel ends. The
/// socket beside it only carries a wish: that the first panel show its window. Where it can't be had, that wish is lost
/// and nothing else.
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final byte[] SHOW = "show".getBytes(StandardCharsets.US_ASCII);

    private final FileChannel lock;
    private final Path socket;
    private final @Nullable ServerSocketChannel door;

    private SingleInstance(FileChannel lock, Path socket, @Nullable ServerSocketChannel door) {
        this.lock = lock;
        this.socket = socket;
        this.door = door;
    }

    /// Becomes the panel of a data folder.
    ///
    /// @param onShow called, on some thread, each time another panel was started and gave way
    /// @return empty when there is one already; it has been asked to show itself
    /// @throws IOException when the folder can't be used
    public static Optional<SingleInstance> claim(Path data, Runnable onShow) throws IOException {
        Path run = PrivateFolder.make(PrivateFolder.make(data).resolve("run"));
        Path socket = run.resolve("panel.sock");
        FileChannel lock =
                FileChannel.open(run.resolve("panel.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            askToShow(socket);
            return Optional.empty();
        }
        ServerSocketChannel door = open(socket);
        if (door != null) {
            Thread.ofVirtual().name("single-instance").start(() -> listen(door, onShow));
        }
        return Optional.of(new SingleInstance(lock, socket, door));
    }

    /// Lets another panel have the folder.
    @Override
    public void close() throws IOException {
        if (door != null) {
            door.close();
            Files.deleteIfExists(socket);
        }
        lock.close();
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Who has the lock may delete a socket that a killed panel left behind.
    private static @Nullable ServerSocketChannel open(Path socket) {
        try {
            Files.deleteIfExists(socket);
            return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("a second panel will not be able to show this one: {}", e.getMessage());
            return null;
        }
    }

    private static void listen(ServerSocketChannel door, Runnable onShow) {
        while (door.isOpen()) {
            try (SocketChannel caller = door.accept()) {
                var word = ByteBuffer.allocate(SHOW.length);
                while (word.hasRemaining() && caller.read(word) >= 0) {}
                if (ByteBuffer.wrap(SHOW).equals(word.flip())) {
                    onShow.run();
                }
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.debug("a caller went away", e);
            }
        }
    }

    private static void askToShow(Path socket) {
        try (SocketChannel first = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            first.write(ByteBuffer.wrap(SHOW));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("the panel that runs can't be asked to show itself: {}", e.getMessage());
        }
    }
}
