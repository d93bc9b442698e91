// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import java.nio.file.Files;
import java.nio.file.Path;

/// The project that these tests look at from outside.
public final class Project {
    /// Where it is checked out.
    public static final Path FOLDER = folder();

    /// The program, put together.
    public static final Path HOME = FOLDER.resolve("installer/target/homekeep");

    private Project() {}

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("verify")) ? here : here.resolve("..").normalize();
    }
}
