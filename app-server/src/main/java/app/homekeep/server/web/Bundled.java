// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;

/// Files that came with the program, from a folder of classes or from a jar.
final class Bundled {
    private Bundled() {}

    /// Everything under the folder that holds `known`, by its path below that folder, in order.
    ///
    /// @param folder with a slash at its end
    /// @param known  a file in it, which tells where the folder is
    static Map<String, byte[]> folder(String folder, String known) {
        URL url = Objects.requireNonNull(
                Bundled.class.getClassLoader().getResource(folder + known), () -> folder + known + " is missing");
        try {
            return url.getProtocol().equals("jar") ? fromJar(url, folder) : fromDisk(url, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> fromJar(URL url, String folder) throws IOException {
        var files = new TreeMap<String, byte[]>();
        var connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (var entries = jar.entries(); entries.hasMoreElements(); ) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName().substring(folder.length()), in.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> fromDisk(URL url, String known) throws IOException {
        Path root = Path.of(URI.create(url.toString()));
        for (int up = known.split("/").length; up > 0; up--) {
            root = Objects.requireNonNull(root.getParent());
        }
        var files = new TreeMap<String, byte[]>();
        try (var walk = Files.walk(root)) {
            for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
