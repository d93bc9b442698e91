// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

import app.homekeep.model.control.RunFile;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a server, from its lock to the end of its run file:
///
/// ```
/// lock ─▶ doors open ─▶ run file ─▶ "ready …" ─▶ asked to stop ─▶ drain ─▶ doors shut ─▶ run file gone ─▶ lock free
/// ```
/// Being asked is `POST /control/stop`, SIGTERM or Ctrl-C.
public final class Serving {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    /// Longer than a drain takes; what is not over by then is cut by the end of the process.
    private static final Duration END_AT_LATEST = Duration.ofSeconds(20);

    /// What the panel makes in a data folder: its lock, what the server printed when it refused, its preferences.
    private static final Pattern PANELS = Pattern.compile("run|logs|panel\\.properties.*");

    private final Program program;
    private final PrintStream out;

    /// @param out where the one line goes that says `ready`
    public Serving(Program program, PrintStream out) {
        this.program = program;
        this.out = out;
    }

    /// Serves until asked to stop.
    ///
    /// @throws StartRefused when it can't begin
    public void run(ServeOptions options) throws IOException {
        Path data = options.data();
        if (!isHome(data)) {
            throw new StartRefused(
                    "not_initialised",
                    "There is no Homekeep in " + data + " yet: make one with homekeep init, or with the panel.");
        }
        try (DataLock lock = DataLock.take(data)) {
            // The web server's worker registers itself there. Making it takes a tenth of a second, in which the
            // database
            // is opened.
            Thread.ofPlatform().daemon().name("management").start(ManagementFactory::getPlatformMBeanServer);
            Logging.toFile(data);
            RunFiles.delete(data);
            serve(options, lock);
        }
    }

    private void serve(ServeOptions options, DataLock lock) throws IOException {
        var ended = new CountDownLatch(1);
        try (Program.Running server = program.start(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, ended), "shutdown"));
            RunFile runFile = write(options.data(), server);
            LOG.info("Serving {} as process {}.", options.data(), runFile.pid());
            out.println(ready(runFile));
            server.awaitStop();
        } finally {
            RunFiles.delete(options.data());
            LOG.info("Stopped.");
            lock.close();
            ended.countDown();
        }
    }

    /// The doors may move while it is written, and who moves them writes only where it is there already.
    private static RunFile write(Path data, Program.Running server) throws IOException {
        RunFile written;
        do {
            written = server.runFile();
            RunFiles.write(data, written);
        } while (!written.equals(server.runFile()));
        return written;
    }

    /// The whole of what `serve` says on standard output.
    static String ready(RunFile runFile) {
        String lan = runFile.lan() == null ? "" : " lan=" + runFile.lan();
        return "ready local=" + runFile.local() + lan;
    }

    /// Runs when the process is told to end; its end waits for this.
    private static void end(Program.Running server, CountDownLatch ended) {
        server.close();
        try {
            if (!ended.await(END_AT_LATEST.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Not everything was over in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether a first run has been there. Asked before anything is written, so that a server started by mistake on
    /// some other folder leaves nothing in it.
    public static boolean isHome(Path data) {
        return Files.exists(data.resolve("homekeep.db"));
    }

    /// Whether there is nothing yet in a data folder, or no folder. The panel is there before the server; what it keeps
    /// doesn't count.
    public static boolean isEmpty(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return !Files.exists(data);
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(data)) {
            for (Path entry : content) {
                if (!PANELS.matcher(String.valueOf(entry.getFileName())).matches()) {
                    return false;
                }
            }
            return true;
        }
    }
}
