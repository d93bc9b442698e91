// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Somebody on the same machine who puts a link in a folder's place, and the folder back, as fast as they can.
final class LinkSwapper implements AutoCloseable {
    private final Path folder;
    private final Path aside;
    private final Path outside;
    private final Thread thread = new Thread(this::run, "swapper");
    private volatile int swaps;
    private volatile boolean running = true;

    private LinkSwapper(Path folder, Path outside) {
        this.folder = folder;
        this.outside = outside;
        aside = folder.resolveSibling("aside");
    }

    static LinkSwapper start(Path folder, Path outside) {
        var swapper = new LinkSwapper(folder, outside);
        swapper.thread.start();
        return swapper;
    }

    int swaps() {
        return swaps;
    }

    @Override
    public void close() {
        running = false;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int done = 0;
        while (running) {
            try {
                Files.move(folder, aside);
                Files.createSymbolicLink(folder, outside);
                Files.delete(folder);
                Files.move(aside, folder);
                swaps = ++done;
            } catch (IOException e) {
                // An upload has made the folder anew in between: the old one is put away, and on it goes.
                putAway(done++);
            }
        }
    }

    private void putAway(int number) {
        try {
            if (Files.isSymbolicLink(folder)) {
                Files.delete(folder);
            }
            if (Files.exists(aside)) {
                Files.move(aside, folder.resolveSibling("aside-" + number));
            }
            if (Files.exists(folder) && Files.notExists(folder.resolve("f.txt"))) {
                Files.writeString(folder.resolve("f.txt"), "inside");
            }
        } catch (IOException e) {
            // The next round tries again.
        }
    }
}
