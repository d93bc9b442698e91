// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.server;

import app.homekeep.desktop.admin.AdminProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The first run by the server's own `init`, so that the panel needs to know nothing of what is in the data folder.
/// Thread-safe.
public final class ProcessFirstRun implements FirstRun {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessFirstRun.class);
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int LARGEST_OUTPUT = 64 * 1024;

    /// What the panel itself has in the data folder; the server looks past the same names.
    private static final Pattern PANELS = Pattern.compile("run|logs|panel\\.properties.*");

    private final Path data;
    private final Supplier<ServerProgram> program;

    public ProcessFirstRun(Path data, Supplier<ServerProgram> program) {
        this.data = data;
        this.program = program;
    }

    @Override
    public boolean initialised() {
        if (!Files.isDirectory(data)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(data)) {
            return entries.anyMatch(entry ->
                    !PANELS.matcher(String.valueOf(entry.getFileName())).matches());
        } catch (IOException e) {
            throw new AdminProblem("data_folder_unusable", "The data folder " + data + " can't be read.");
        }
    }

    @Override
    public void create(FirstRunPlan plan) {
        if (plan.password().lines().count() != 1) {
            throw new AdminProblem("bad_password", "A password can't be empty or have line breaks.");
        }
        try {
            Process init = start(plan);
            try {
                finish(init, plan.password());
            } finally {
                init.destroyForcibly();
            }
        } catch (IOException | ExecutionException e) {
            LOG.error("init can't be run", e);
            throw new AdminProblem("start_failed", "The new server could not be made.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdminProblem("cancelled", "This was cancelled.");
        }
    }

    private Process start(FirstRunPlan plan) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "init",
                "--data=" + data,
                "--files=" + plan.files(),
                "--owner=" + plan.ownerName(),
                "--server-name=" + plan.serverName(),
                "--password-stdin"));
        if (!plan.homeNetwork()) {
            arguments.add("--no-lan");
        }
        var builder = new ProcessBuilder(program.get().command(arguments)).redirectErrorStream(true);
        ServerProgram.clean(builder.environment());
        return builder.start();
    }

    private static void finish(Process init, String password)
            throws IOException, InterruptedException, ExecutionException {
        try (OutputStream in = init.getOutputStream()) {
            in.write((password + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It has ended before it read the password; what it printed says why.
            LOG.debug("init didn't read the password", e);
        }
        var output = new FutureTask<>(() -> read(init));
        Thread.ofVirtual().name("init-output").start(output);
        if (!init.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AdminProblem("start_timeout", "Making the new server took too long.");
        }
        if (init.exitValue() == 0) {
            return;
        }
        Child.Refusal refusal = Refusals.in(output.get().lines().toList())
                .orElseGet(() -> new Child.Refusal("The new server could not be made.", "init_failed"));
        LOG.warn("init refused with status {}: {}", init.exitValue(), refusal.code());
        throw new AdminProblem(refusal.code(), refusal.sentence());
    }

    private static String read(Process init) throws IOException {
        try (var in = init.getInputStream()) {
            String text = new String(in.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
            in.transferTo(OutputStream.nullOutputStream());
            return text;
        }
    }
}
