// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Folders of the system itself: nothing in them is a household's to share.
final class SystemFolders {
    private static final List<Path> UNIX = paths(
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/lib",
            "/lib32",
            "/lib64",
            "/libx32",
            "/lost+found",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/snap",
            "/sys",
            "/usr",
            "/var");
    private static final List<Path> MAC =
            paths("/System", "/Library", "/Applications", "/private", "/cores", "/Network", "/opt");

    /// Inside of those, and not the system's: disks that a desktop has mounted, and what is temporary.
    private static final List<Path> NOT_ITS_OWN =
            paths("/run/media", "/var/tmp", "/private/tmp", "/private/var/tmp", "/private/var/folders");

    private static final List<Path> HOMES = paths("/home", "/Users");
    private static final Path SHARED_BY_ALL = Path.of("/Users/Shared");
    private static final List<String> WINDOWS =
            List.of("windows", "program files", "program files (x86)", "programdata", "$recycle.bin", "recovery");

    private SystemFolders() {}

    /// Whether a folder is one of the system's, or lies in one.
    ///
    /// @param real without a link
    static boolean hold(Path real) {
        if (isSomebodysHome(real)) {
            return true;
        }
        if (NOT_ITS_OWN.stream().anyMatch(free -> real.startsWith(free) && !real.equals(free))) {
            return false;
        }
        return Stream.concat(UNIX.stream(), MAC.stream()).anyMatch(real::startsWith) || isOfWindows(real);
    }

    /// The homes themselves, and where programs keep settings and keys in one: the server's own account need not be its
    /// owner's.
    private static boolean isSomebodysHome(Path real) {
        if (HOMES.stream().noneMatch(real::startsWith)) {
            return false;
        }
        if (real.getNameCount() <= 2) {
            return !real.equals(SHARED_BY_ALL);
        }
        String first = real.getName(2).toString();
        return first.startsWith(".") || first.equals("Library") || first.equals("snap");
    }

    private static boolean isOfWindows(Path real) {
        Path root = real.getRoot();
        boolean drive = root != null && root.toString().contains(":");
        return drive
                && real.getNameCount() > 0
                && WINDOWS.contains(real.getName(0).toString().toLowerCase(Locale.ROOT));
    }

    private static List<Path> paths(String... texts) {
        return Stream.of(texts).map(Path::of).toList();
    }
}
