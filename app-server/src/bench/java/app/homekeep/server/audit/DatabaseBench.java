// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// Durable audited writes a second by 32 callers, against the bare driver that commits the same rows in groups. Both
/// sides run in turns, five times each; the medians count.
///
/// ```
/// ./mvnw -pl app-server -am -Pbench compile dependency:build-classpath -Dmdep.outputFile=target/classpath
/// java -cp app-server/target/classes:$(cat app-server/target/classpath) \\
///     app.homekeep.server.audit.DatabaseBench <folder on a real disk>
/// ```
public final class DatabaseBench {
    private static final int CALLERS = 32;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(4);

    private DatabaseBench() {}

    public static void main(String[] arguments) throws Exception {
        Path base = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "target"), "bench");
        var bare = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(bare(Files.createDirectory(base.resolve("bare" + round))));
                ours.add(ours(Files.createDirectory(base.resolve("ours" + round))));
            }
        } finally {
            delete(base);
        }
        System.out.printf("bare sqlite-jdbc, group commit  %,10.0f rows/s%n", median(bare));
        System.out.printf("Database and AuditLog           %,10.0f rows/s%n", median(ours));
        System.out.printf("ratio                           %10.2f (at least 0.7)%n", median(ours) / median(bare));
    }

    private static double ours(Path folder) throws InterruptedException {
        var clock = Clock.systemUTC();
        try (var database = Database.open(
                folder.resolve("bench.db"),
                Migrations.of(List.of("0001_settings", "0002_audit", "0006_keys")),
                clock)) {
            var keyring = Keyring.open(folder.resolve("keys"), database, new SecureRandom(), clock, Optional.empty());
            var audit = AuditLog.open(database, keyring, new EventHub(), clock);
            return rowsASecond(() -> database.write(tx -> {
                audit.append(tx, entry());
                return 0;
            }));
        }
    }

    private static AuditEntry entry() {
        return AuditEntry.by(AuditKind.FILE_UPLOAD, "anna", "192.168.1.20", Optional.of("0192f0c1-7a3e-7c11"))
                .target("/photos/2026/sun.jpg")
                .detail("1,234,567 bytes");
    }

    private static double bare(Path folder) throws SQLException, InterruptedException {
        var queue = new LinkedBlockingQueue<CompletableFuture<Integer>>();
        var end = new CompletableFuture<Integer>();
        Path file = folder.resolve("bench.db");
        Database.open(file, Migrations.of(List.of("0001_settings", "0002_audit")), Clock.systemUTC())
                .close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            connection.setAutoCommit(false);
            Thread writer = Thread.ofPlatform().start(() -> bareWriter(connection, queue, end));
            double rate = rowsASecond(() -> {
                var done = new CompletableFuture<Integer>();
                queue.add(done);
                done.join();
            });
            queue.add(end);
            writer.join();
            return rate;
        }
    }

    private static void bareWriter(
            Connection connection,
            LinkedBlockingQueue<CompletableFuture<Integer>> queue,
            CompletableFuture<Integer> end) {
        var group = new ArrayList<CompletableFuture<Integer>>();
        byte[] hash = new byte[ChainHash.BYTES];
        long seq = 0;
        try (var insert = connection.prepareStatement("""
                INSERT INTO audit (seq, at, event, actor, address, session, target, outcome, detail, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            while (!group.contains(end)) {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, 511);
                for (int i = 0; i < group.size(); i++) {
                    seq++;
                    bareInsert(insert, seq, hash);
                }
                connection.commit();
                group.forEach(done -> done.complete(1));
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bareInsert(PreparedStatement insert, long seq, byte[] hash) throws SQLException {
        AuditEntry entry = entry();
        insert.setLong(1, seq);
        insert.setLong(2, System.currentTimeMillis());
        insert.setString(3, entry.kind().name());
        insert.setString(4, entry.actor());
        insert.setString(5, entry.address());
        insert.setString(6, entry.session().orElse(""));
        insert.setString(7, entry.target().orElse(""));
        insert.setString(8, entry.outcome().name());
        insert.setString(9, entry.detail().orElse(""));
        insert.setBytes(10, hash);
        insert.executeUpdate();
    }

    private static double rowsASecond(Runnable write) throws InterruptedException {
        var rows = new LongAdder();
        var over = new AtomicBoolean();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    write.run();
                    rows.increment();
                }
            }));
        }
        Thread.sleep(ROUND.dividedBy(4));
        long before = rows.sum();
        long start = System.nanoTime();
        Thread.sleep(ROUND);
        double rate = (rows.sum() - before) * 1e9 / (System.nanoTime() - start);
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        return rate;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
