// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Page;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "audit", description = "What happened, and the proof that nobody changed it.")
final class AuditCommands {
    private static final JsonType<Page<AuditEvent>> EVENTS = Wire.page(AuditEvent.class);

    private final Terminal terminal;

    AuditCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "list", description = "List events, newest first.")
    void list(
            @Mixin DataOption data,
            @Mixin AuditFilterOptions filter,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "At most so many.")
                    int limit,
            @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            Query query = filter.on(new Query(Routes.AUDIT)).with("limit", String.valueOf(Math.clamp(limit, 1, 1000)));
            Page<AuditEvent> events = client.list(query, EVENTS, limit);
            if (json) {
                terminal.out().println(EVENTS.toJson(events));
                return;
            }
            var table = new Table("TIME", "EVENT", "ACTOR", "ADDRESS", "OUTCOME", "TARGET", "DETAIL");
            for (AuditEvent event : events.items()) {
                table.row(
                        event.at(),
                        event.event(),
                        event.actor(),
                        event.address(),
                        event.outcome(),
                        event.target() == null ? "" : event.target(),
                        event.detail() == null ? "" : event.detail());
            }
            table.print(terminal.out());
        }
    }

    @Command(name = "verify", description = "Check the whole chain; status 1 when it isn't intact.")
    void verify(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        var type = Wire.type(AuditCheck.class);
        try (ControlClient client = ControlClient.of(data.folder())) {
            AuditCheck check = client.get(new Query(Routes.AUDIT_VERIFY), type);
            if (json) {
                terminal.out().println(type.toJson(check));
            }
            if (!check.intact()) {
                throw new Refusal(
                        "audit_broken",
                        "The audit log is not what it was, from row " + check.brokenSeq() + " on: " + check.problem());
            }
            if (!json) {
                terminal.out()
                        .println("Intact: " + check.rows() + " rows and " + check.checkpoints()
                                + " checkpoints checked; newest " + check.head() + ".");
            }
        }
    }

    @Command(name = "export", description = "Write the log out.")
    void export(
            @Mixin DataOption data,
            @Mixin AuditFilterOptions filter,
            @Option(
                            names = "--format",
                            paramLabel = "FORMAT",
                            defaultValue = "jsonl",
                            description = "csv, jsonl or text. Default: jsonl.")
                    String format,
            @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.") @Nullable Path file)
            throws IOException {
        Query query = filter.on(new Query(Routes.AUDIT_EXPORT)).with("format", format);
        try (ControlClient client = ControlClient.of(data.folder());
                InputStream rows = client.stream(query)) {
            if (file == null) {
                rows.transferTo(terminal.out());
                terminal.out().flush();
            } else {
                Files.copy(rows, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
