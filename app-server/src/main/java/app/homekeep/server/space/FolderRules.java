// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Invalid;
import app.homekeep.server.space.FolderLook.Seen;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Which folders of the owner's disk may become a shared space: none whose files are somebody's secret, the
/// system's or Homekeep's own, and none that overlaps another space. Everything is decided on the path
/// without links. Thread-safe.
final class FolderRules {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LIBRARY = "Library";
    private static final String APP_DATA = "AppData";
    private static final String SNAP = "snap";

    private final Path data;
    private final Path files;
    private final Path home;
    private final FolderLook look;
    private final Duration patience;

    /// @param data  the data folder
    /// @param files the files folder
    FolderRules(Path data, Path files) {
        this(data, files, Path.of(System.getProperty("user.home", "/")), FolderLook::atTheDisk, PATIENCE);
    }

    /// @param patience how long a disk may take to answer
    FolderRules(Path data, Path files, Path home, FolderLook look, Duration patience) {
        this.data = data;
        this.files = files;
        this.home = home;
        this.look = look;
        this.patience = patience;
    }

    /// @param text  as the owner gave it
    /// @param taken the folders of the spaces there are
    /// @return the folder's path without links
    /// @throws Invalid with the reason, as a sentence
    Path check(String text, Collection<Path> taken) {
        Path path = parse(text);
        return inTime(() -> checked(path, taken));
    }

    private Path checked(Path path, Collection<Path> taken) throws IOException {
        Seen seen = look.at(path).orElseThrow(() -> bad("There is no such folder."));
        if (!seen.folder()) {
            throw bad("This is a file, not a folder.");
        }
        if (seen.elsewhere()) {
            throw elsewhere();
        }
        checkPlace(seen.real(), taken);
        if (!seen.usable()) {
            throw denied();
        }
        return seen.real();
    }

    private static Path parse(String text) {
        if (text.startsWith("\\\\") || text.startsWith("//")) {
            throw elsewhere();
        }
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) {
                throw bad("Give the whole path of the folder, beginning at the root of the disk.");
            }
            return path.normalize();
        } catch (InvalidPathException e) {
            throw bad("This computer has no such paths.");
        }
    }

    private void checkPlace(Path real, Collection<Path> taken) {
        if (real.getNameCount() == 0) {
            throw bad("This is a whole disk. Choose a folder on it.");
        }
        Path ownHome = real(home);
        if (ownHome.getNameCount() > 0 && contains(real, ownHome)) {
            throw bad("This holds everything of your account on this computer. Choose a folder in it.");
        }
        if (ownHome.getNameCount() > 0 && contains(ownHome, real) && isOfPrograms(ownHome.relativize(real))) {
            throw bad("In this folder programs keep their settings and keys. Choose another one.");
        }
        if (SystemFolders.hold(real)) {
            throw bad("This folder belongs to the system. Choose another one.");
        }
        if (overlap(real, real(data))) {
            throw bad("Homekeep keeps its own data there. Choose another folder.");
        }
        if (overlap(real, real(files))) {
            throw bad("Everybody's personal spaces lie there. Choose another folder.");
        }
        if (taken.stream().anyMatch(other -> overlap(real, real(other)))) {
            throw taken();
        }
    }

    /// Hidden folders of a home, and what macOS and Windows have for the same.
    private static boolean isOfPrograms(Path inHome) {
        String first = inHome.getName(0).toString();
        return first.startsWith(".") || first.equals(LIBRARY) || first.equals(APP_DATA) || first.equals(SNAP);
    }

    /// In a thread of its own, for a network disk that is gone holds whoever asks for it for ever.
    private Path inTime(Callable<Path> asking) {
        var answer = new FutureTask<>(asking);
        Thread.ofPlatform().daemon().name("folder-look").start(answer);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw bad("The disk of this folder doesn't answer.");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Invalid invalid -> invalid;
                case AccessDeniedException _ -> denied();
                case null, default -> bad("This folder can't be read.");
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw bad("The disk of this folder doesn't answer.");
        }
    }

    private static boolean overlap(Path one, Path other) {
        return contains(one, other) || contains(other, one);
    }

    /// Whether a folder is another one or has it somewhere inside. Compared as disks do that don't tell
    /// upper from lower case, and by what the system says is the same folder under another name.
    private static boolean contains(Path outer, Path inner) {
        if (folded(inner).startsWith(folded(outer))) {
            return true;
        }
        for (Path above = inner; above != null; above = above.getParent()) {
            if (isSame(above, outer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            // One of them isn't there now.
            return false;
        }
    }

    private static Path folded(Path path) {
        return Path.of(SpaceStore.key(path.toString()));
    }

    /// Without links as far as it is there.
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static Invalid elsewhere() {
        return bad("This folder lies on another computer. Choose one on a disk of this computer.");
    }

    static Invalid taken() {
        return bad("This folder is another space already, lies in one, or has one in it.");
    }

    static Invalid denied() {
        return bad("Homekeep may not read and write in this folder. Give your own account the right to.");
    }

    private static Invalid bad(String why) {
        return new Invalid("folder", why);
    }
}
