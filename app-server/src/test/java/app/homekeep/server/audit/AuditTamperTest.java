// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.audit.AuditCheck;
import app.homekeep.server.ManualClock;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody changes the file with another program. Whatever they do to the rows, the check names the first bad one.
@Tag("DC-05")
@Tag("FT-14")
class AuditTamperTest {
    private static final int ROWS = 60;
    private static final List<String> TEXTS = List.of("event", "actor", "address", "session", "target", "detail");

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private AuditFixture audit;
    private Connection intruder;

    @BeforeEach
    void fill() throws SQLException {
        audit = new AuditFixture(folder, clock);
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < ROWS / 3; i++) {
                audit.append(AuditFixture.login("user " + i).target("file " + i).detail("day " + day));
            }
            clock.advance(Duration.ofDays(1));
        }
        intruder = audit.intruder();
        execute("CREATE TABLE original AS SELECT * FROM audit");
        execute("CREATE TABLE original_checkpoint AS SELECT * FROM audit_checkpoint");
    }

    @AfterEach
    void close() throws SQLException {
        intruder.close();
        audit.close();
    }

    @Test
    void a_thousand_random_changes_are_each_found_at_the_first_bad_row() throws SQLException {
        var random = new Random(20261121);
        for (int round = 0; round < 1000; round++) {
            Change change = randomChange(random);
            for (String sql : change.sql()) {
                execute(sql);
            }

            AuditCheck check = audit.verifier.verify();

            assertThat(check.intact()).as("round %d: %s", round, change).isFalse();
            assertThat(check.brokenSeq()).as("round %d: %s", round, change).isEqualTo(change.firstBad());
            assertThat(check.problem()).startsWith("Row " + change.firstBad()).endsWith(".");
            putBack();
        }
        assertThat(audit.verifier.verify().intact()).isTrue();
    }

    @Test
    void a_chain_made_anew_is_found_by_the_checkpoint_behind_it() throws SQLException {
        execute("UPDATE audit SET actor = 'nobody' WHERE seq = 5");
        rehashFrom(5);

        AuditCheck check = audit.verifier.verify();

        assertThat(check.brokenSeq()).isEqualTo(ROWS / 3);
        assertThat(check.problem()).contains("after it had been signed");
    }

    @Test
    void a_chain_made_anew_behind_the_last_checkpoint_is_found_by_the_running_server() throws SQLException {
        execute("UPDATE audit SET actor = 'nobody' WHERE seq = " + (ROWS - 2));
        rehashFrom(ROWS - 2);

        assertThat(audit.verifier.verify().brokenSeq()).isEqualTo(ROWS);
    }

    @Test
    void a_checkpoint_taken_away_with_a_chain_made_anew_is_missed() throws SQLException {
        execute("UPDATE audit SET actor = 'nobody' WHERE seq = 5");
        rehashFrom(5);
        execute("DELETE FROM audit_checkpoint");

        AuditCheck check = audit.verifier.verify();

        assertThat(check.brokenSeq()).isEqualTo(ROWS / 3);
        assertThat(check.problem()).contains("lost its signed checkpoint");
    }

    @Test
    void a_checkpoint_signed_with_a_key_that_was_put_in_is_not_believed() throws Exception {
        execute("UPDATE audit SET actor = 'nobody' WHERE seq = 5");
        rehashFrom(5);
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        try (var key = intruder.prepareStatement("UPDATE audit_signing_key SET public_key = ?")) {
            key.setBytes(1, pair.getPublic().getEncoded());
            key.executeUpdate();
        }
        List<AuditRow> rows = audit.database.read(handle -> AuditStore.after(handle, 0, ROWS));
        for (Checkpoint checkpoint : audit.database.read(CheckpointStore::all)) {
            byte[] hash = rows.get((int) checkpoint.seq() - 1).hash();
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Checkpoint.signed(checkpoint.seq(), checkpoint.at(), hash));
            try (var forged =
                    intruder.prepareStatement("UPDATE audit_checkpoint SET hash = ?, signature = ? WHERE seq = ?")) {
                forged.setBytes(1, hash);
                forged.setBytes(2, signature.sign());
                forged.setLong(3, checkpoint.seq());
                forged.executeUpdate();
            }
        }

        AuditCheck check = audit.verifier.verify();

        assertThat(check.brokenSeq()).isEqualTo(ROWS / 3);
        assertThat(check.problem()).contains("signature is wrong");
    }

    @Test
    void a_tail_cut_off_while_the_server_is_down_is_found_by_the_checkpoint_of_its_stop() throws SQLException {
        audit.database.write(tx -> {
            audit.log.checkpoint(tx);
            return 0;
        });
        audit.close();
        execute("DELETE FROM audit WHERE seq > " + (ROWS - 4));

        audit = new AuditFixture(folder, clock);
        AuditCheck check = audit.verifier.verify();

        assertThat(check.brokenSeq()).isEqualTo(ROWS - 3);
        assertThat(check.problem()).contains("cut off");
    }

    @Test
    void an_emptied_log_is_not_intact() throws SQLException {
        execute("DELETE FROM audit");

        assertThat(audit.verifier.verify().brokenSeq()).isEqualTo(1);
    }

    /// @param firstBad the first row that is not what it was
    private record Change(List<String> sql, long firstBad) {}

    private static Change randomChange(Random random) {
        int a = 1 + random.nextInt(ROWS);
        int b = 1 + (a + random.nextInt(ROWS - 1)) % ROWS;
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        String column = TEXTS.get(random.nextInt(TEXTS.size()));
        return switch (random.nextInt(8)) {
            case 0 -> one(a, "UPDATE audit SET " + column + " = " + column + " || ' ' WHERE seq = " + a);
            case 1 -> one(a, "UPDATE audit SET session = NULL WHERE seq = " + a);
            case 2 -> one(a, "UPDATE audit SET outcome = 'FAILED' WHERE seq = " + a);
            case 3 -> one(a, "UPDATE audit SET hash = randomblob(32) WHERE seq = " + a);
            case 4 -> one(a, "DELETE FROM audit WHERE seq = " + a);
            // What stood in one field moves into the next one.
            case 5 ->
                one(
                        a,
                        "UPDATE audit SET target = substr(target, 1, 3), detail = substr(target, 4) || detail WHERE seq = "
                                + a);
            case 6 ->
                new Change(
                        List.of(
                                "UPDATE audit SET seq = 0 WHERE seq = " + low,
                                "UPDATE audit SET seq = " + low + " WHERE seq = " + high,
                                "UPDATE audit SET seq = " + high + " WHERE seq = 0"),
                        low);
            default -> one(a, "DELETE FROM audit WHERE seq >= " + a);
        };
    }

    private static Change one(long firstBad, String sql) {
        return new Change(List.of(sql), firstBad);
    }

    private void putBack() throws SQLException {
        execute("DELETE FROM audit");
        execute("INSERT INTO audit SELECT * FROM original");
        execute("DELETE FROM audit_checkpoint");
        execute("INSERT INTO audit_checkpoint SELECT * FROM original_checkpoint");
    }

    /// As somebody would who knows how the chain is made.
    private void rehashFrom(long first) throws SQLException {
        byte[] before = ChainHash.beforeFirst();
        for (AuditRow row : audit.database.read(handle -> AuditStore.after(handle, 0, ROWS))) {
            byte[] hash = row.seq() < first ? row.hash() : ChainHash.of(before, row);
            try (var update = intruder.prepareStatement("UPDATE audit SET hash = ? WHERE seq = ?")) {
                update.setBytes(1, hash);
                update.setLong(2, row.seq());
                update.executeUpdate();
            }
            before = hash;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = intruder.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
