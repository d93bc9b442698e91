// SPDX-License-Identifier: Apache-2.0
package app.homekeep.installer;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Work on whole folders.
final class Trees {
    private Trees() {}

    /// Deletes a folder and what is in it, when there is one.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /// Puts some of an archive's files, without their folders, into a folder.
    static void unpack(Path archive, Predicate<String> those, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry :
                    zip.stream().filter(each -> those.test(each.getName())).toList()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, folder.resolve(name));
                }
            }
        }
    }
}
