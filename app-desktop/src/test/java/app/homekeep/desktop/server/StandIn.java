// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.server.Main;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// A program folder that holds the stand-in instead of the server.
final class StandIn {
    private StandIn() {}

    static ServerProgram in(Path home) throws IOException {
        Path lib = Files.createDirectories(home.resolve("lib"));
        Path server = Files.createDirectories(lib.resolve("server"));
        Files.writeString(lib.resolve("server.options"), "-Xmx48m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC\n");
        try (var jar = new JarOutputStream(Files.newOutputStream(server.resolve("server.jar")));
                InputStream bytes = Main.class.getResourceAsStream("Main.class")) {
            if (bytes == null) {
                throw new IOException("the stand-in isn't on the class path");
            }
            jar.putNextEntry(new JarEntry(Main.class.getName().replace('.', '/') + ".class"));
            bytes.transferTo(jar);
            jar.closeEntry();
        }
        return new ServerProgram(Path.of(System.getProperty("java.home"), "bin", "java"), home);
    }
}
