// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Open;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.Session;
import app.homekeep.server.session.SessionFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Signing in (without the hash, which would hide the rest), listing and revoking, with few accounts and sessions and
/// with
/// 100,000 and 1,000,000 of them, in one run. The budget is 1.5 ×.
///
/// ```
/// ./mvnw -q -pl app-server -am -Pbench -DskipTests -Dbench.main=app.homekeep.server.ScaleBench test
/// ```
public final class ScaleBench {
    private static final int TIMES = 400;
    private static final int BATCH = 10_000;

    private final Foundation f;
    private final SessionFeature sessions;
    private final Random random = new Random(7);
    private int users;

    private ScaleBench(Foundation f) {
        this.f = f;
        sessions = SessionFeature.of(
                f.database,
                f.accounts,
                f.roles,
                new KeyringKeys(f.keyring),
                f.keyring.serverId(),
                new SettingLifetimes(f.settings),
                new Open(() -> {}),
                f.events,
                f.audit,
                f.ids,
                f.random,
                f.clock);
    }

    public static void main(String[] arguments) throws Exception {
        BenchHome.quiet();
        // Once for nothing, so that the first of the two isn't the one that runs cold.
        run(100, 100);
        double[] few = run(100, 100);
        double[] many = run(100_000, 1_000_000);
        String[] names = {"sign in", "list all", "list one's own", "list accounts", "revoke"};
        for (int i = 0; i < names.length; i++) {
            System.out.printf(
                    "%-15s %8.0f us with 100, %8.0f us with many: %.2f x%n",
                    names[i], few[i], many[i], many[i] / few[i]);
        }
    }

    private static double[] run(int users, int sessions) throws Exception {
        Path folder = Files.createTempDirectory("homekeep-bench");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path files = Files.createDirectory(folder.resolve("files"));
        try (Foundation f = Foundation.open(data, Optional.of(files), Clock.systemUTC(), new SecureRandom())) {
            var bench = new ScaleBench(f);
            bench.fill(users, sessions);
            return bench.measure();
        } finally {
            BenchHome.delete(folder);
        }
    }

    private void fill(int accounts, int all) {
        users = accounts;
        long now = Instant.now().toEpochMilli();
        for (int from = 0; from < accounts; from += BATCH) {
            int begin = from;
            f.database.write(tx -> {
                var batch = tx.handle().prepareBatch("""
                        INSERT INTO accounts (id, username, folded_name, display_name, role, password_hash, created_at)
                        VALUES (:id, :name, :name, :name, 'user', '!', :now)
                        """);
                for (int i = begin; i < Math.min(begin + BATCH, accounts); i++) {
                    batch.bind("id", "a" + i)
                            .bind("name", name(i))
                            .bind("now", now)
                            .add();
                }
                return batch.execute().length;
            });
        }
        for (int from = 0; from < all; from += BATCH) {
            int begin = from;
            f.database.write(tx -> {
                var batch = tx.handle().prepareBatch("""
                        INSERT INTO sessions (id, account_id, device, browser, address, remembered, generation,
                                              created_at, last_seen_at, expires_at)
                        VALUES (:id, :account, 'Phone', 'Chrome', '10.0.0.1', 0, 0, :now, :now, :end)
                        """);
                for (int i = begin; i < Math.min(begin + BATCH, all); i++) {
                    batch.bind("id", f.ids.next())
                            .bind("account", "a" + i % accounts)
                            .bind("now", now)
                            .bind("end", now + 3_600_000)
                            .add();
                }
                return batch.execute().length;
            });
        }
    }

    private double[] measure() {
        double[][] all = new double[5][TIMES];
        for (int round = -TIMES / 4; round < TIMES; round++) {
            long[] at = new long[6];
            at[0] = System.nanoTime();
            Session session = signIn(name(random.nextInt(users)));
            at[1] = System.nanoTime();
            sessions.list().page(Optional.empty(), Optional.empty(), Optional.empty(), 100);
            at[2] = System.nanoTime();
            sessions.list().page(Optional.of(session.accountId()), Optional.empty(), Optional.empty(), 100);
            at[3] = System.nanoTime();
            f.accounts.page(Optional.of(name(random.nextInt(users))), 100);
            at[4] = System.nanoTime();
            sessions.ending()
                    .revoke(
                            session.id(),
                            Optional.empty(),
                            EndReason.OWNER,
                            AuditEntry.system(AuditKind.SESSION_REVOKED));
            at[5] = System.nanoTime();
            for (int i = 0; i < all.length && round >= 0; i++) {
                all[i][round] = (at[i + 1] - at[i]) / 1000.0;
            }
        }
        return Arrays.stream(all)
                .mapToDouble(times -> {
                    Arrays.sort(times);
                    return times[TIMES / 2];
                })
                .toArray();
    }

    private Session signIn(String name) {
        Account account = f.accounts.credential(name).orElseThrow().account();
        return f.database.write(tx -> {
            Session session = sessions.sessions()
                    .begin(
                            tx,
                            account,
                            new Device("Phone", "Chrome"),
                            "10.0.0.1",
                            false,
                            List.of("pwd"),
                            Optional.empty());
            sessions.sessions().firstTokens(tx, session);
            f.audit.append(tx, AuditEntry.by(AuditKind.USER_LOGIN, name, "10.0.0.1", Optional.of(session.id())));
            return session;
        });
    }

    private static String name(int i) {
        return "user%07d".formatted(i);
    }
}
