// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.audit.AuditCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that writes is killed in the middle of it, again and again. Nothing that it had acknowledged is lost, no
/// change is there without its audit row or the other way round, and the chain holds.
class CrashTest {
    private static final int KILLS = 20;

    @TempDir
    Path folder;

    @Test
    @Tag("DC-05")
    void nothing_acknowledged_is_lost_when_the_process_is_killed() throws Exception {
        var random = new Random(9);
        Set<String> acknowledged = new HashSet<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            acknowledged.addAll(acknowledgedBeforeTheKill("run" + kill, 1 + random.nextInt(300)));

            try (var audit = new AuditFixture(folder, Clock.systemUTC())) {
                List<String> changes = texts(audit, "SELECT name FROM setting ORDER BY name");
                List<String> rows = texts(audit, "SELECT target FROM audit ORDER BY target");
                AuditCheck check = audit.verifier.verify();

                assertThat(changes).containsAll(acknowledged).isEqualTo(rows);
                assertThat(check.problem()).isNull();
                assertThat(check.rows()).isEqualTo(rows.size());
                assertThat(texts(audit, "PRAGMA integrity_check")).containsExactly("ok");
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
    }

    /// @param lines how many acknowledgements to wait for before the kill
    private Set<String> acknowledgedBeforeTheKill(String run, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        CrashWriter.class.getName(),
                        folder.toString(),
                        run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> seen = new HashSet<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            while (seen.size() < lines) {
                String line = out.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                seen.add(String.valueOf(line));
            }
            // By its handle: the process itself would close the pipe that still holds acknowledgements.
            assertThat(process.toHandle().destroyForcibly()).isTrue();
            String rest = out.readAllAsString();
            // The last line may be cut by the kill.
            rest.substring(0, rest.lastIndexOf('\n') + 1).lines().forEach(seen::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        return seen;
    }

    private static List<String> texts(AuditFixture audit, String sql) {
        return audit.database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
