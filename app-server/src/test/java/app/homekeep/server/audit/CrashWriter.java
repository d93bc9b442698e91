// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import java.nio.file.Path;
import java.time.Clock;

/// The process that is killed: several callers make changes with audit rows, and say so on standard output once each
/// is acknowledged.
final class CrashWriter {
    private static final int CALLERS = 8;

    private CrashWriter() {}

    public static void main(String[] arguments) {
        var audit = new AuditFixture(Path.of(arguments[0]), Clock.systemUTC());
        String run = arguments[1];
        for (int caller = 0; caller < CALLERS; caller++) {
            String name = run + "-" + caller + "-";
            Thread.ofPlatform().start(() -> {
                for (int number = 0; ; number++) {
                    write(audit, name + number);
                    System.out.println(name + number);
                }
            });
        }
    }

    private static void write(AuditFixture audit, String token) {
        audit.database.write(tx -> {
            audit.log.append(tx, AuditEntry.system(AuditKind.SETTINGS_CHANGE).target(token));
            return tx.handle()
                    .createUpdate("INSERT INTO setting (name, value, changed_at) VALUES (:name, '1', 0)")
                    .bind("name", token)
                    .execute();
        });
    }
}
