// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/// A folder that is held open. Everything in it is named by one name, never by a path, and no link is followed;
/// so nothing outside can be reached, whatever is swapped meanwhile. Close each one. Not thread-safe.
public interface OpenFolder extends Closeable {
    /// Opens the folder at a path of the owner's own (a setting), following links on the way there.
    ///
    /// Linux walks by open directories (`openat`, `O_NOFOLLOW`). Where the system has no such calls (Windows),
    /// each step is checked before it is used. That leaves a moment in which somebody with an account on this
    /// very machine could swap a folder for a link; clients of Homekeep can't make links.
    ///
    /// @throws IOException when there is no folder
    @SuppressWarnings({"resource", "StreamResourceLeak"}) // handed to the folder that closes it
    static OpenFolder at(Path path) throws IOException {
        DirectoryStream<Path> stream = Files.newDirectoryStream(path);
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return new SecureFolder(secure, path);
        }
        stream.close();
        return new PlainFolder(path);
    }

    /// How a folder is opened by its path.
    @FunctionalInterface
    interface Opener {
        OpenFolder at(Path path) throws IOException;
    }

    /// Opens a folder in this one.
    ///
    /// @throws java.nio.file.NoSuchFileException when there is nothing
    /// @throws IOException when it is no folder, or a link
    OpenFolder folder(String name) throws IOException;

    /// Makes a folder in this one, for the server's own account only.
    ///
    /// @param spare a folder on the same volume in which to make it before it is moved here
    /// @throws java.nio.file.FileAlreadyExistsException when something is there
    void makeFolder(String name, OpenFolder spare) throws IOException;

    /// Opens a file in this folder. A new one is for the server's own account only.
    FileChannel open(String name, Set<? extends OpenOption> options) throws IOException;

    /// What lies there; empty when nothing does.
    Optional<FileFacts> facts(String name) throws IOException;

    /// The names in it, in no order, each once. May be asked once only.
    Iterator<String> names();

    /// Moves at once and within one volume; replaces a file that is there.
    ///
    /// @throws java.nio.file.AtomicMoveNotSupportedException when it lies on another volume
    void move(String name, OpenFolder to, String newName) throws IOException;

    /// Removes a file; nothing happens when there is none.
    void deleteFile(String name) throws IOException;

    /// Removes a folder that is empty.
    void deleteFolder(String name) throws IOException;

    /// Makes what was made, moved and removed in this folder outlast a power cut.
    void sync() throws IOException;

    /// Bytes that may still be written on its volume.
    long usableBytes() throws IOException;
}
