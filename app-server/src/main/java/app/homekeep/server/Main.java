// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.cli.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The program `homekeep`: the server and the command line.
public final class Main {
    private Main() {}

    /// @param args the command and its options; the exit status is 0 for done, 1 for refused or failed, 2 for wrong
    /// usage
    public static void main(String[] args) {
        useAssembledLibrary();
        System.exit(Commands.run(List.of(args), new Homekeep()));
    }

    /// SQLite's native library lies beside the jars, so that nothing has to be unpacked at each start.
    private static void useAssembledLibrary() {
        String home = System.getProperty("homekeep.home");
        if (home != null && Files.isDirectory(Path.of(home, "lib", "native"))) {
            System.setProperty(
                    "org.sqlite.lib.path", Path.of(home, "lib", "native").toString());
        }
    }
}
