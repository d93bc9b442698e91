// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.process.DefaultFolders;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--data`, which every command has.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder. Default: HOMEKEEP_DATA, else the system's usual place.")
    private @Nullable Path data;

    Path folder() {
        return (data == null ? DefaultFolders.data() : data).toAbsolutePath().normalize();
    }
}
