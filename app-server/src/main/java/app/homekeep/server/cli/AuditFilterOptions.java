// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which rows of the audit log; each part that is there must match.
final class AuditFilterOptions {
    @Option(names = "--event", paramLabel = "EVENT", description = "Such as USER_LOGIN.")
    private @Nullable String event;

    @Option(names = "--actor", paramLabel = "NAME", description = "Who did it.")
    private @Nullable String actor;

    @Option(names = "--address", paramLabel = "IP", description = "Where from.")
    private @Nullable String address;

    @Option(names = "--outcome", paramLabel = "OUTCOME", description = "SUCCESS, REFUSED or FAILED.")
    private @Nullable String outcome;

    @Option(names = "--text", paramLabel = "TEXT", description = "Found in target or detail.")
    private @Nullable String text;

    @Option(names = "--from", paramLabel = "TIME", description = "At or after, such as 2026-11-21T08:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Before.")
    private @Nullable String to;

    Query on(Query query) {
        return query.with("event", Optional.ofNullable(event))
                .with("actor", Optional.ofNullable(actor))
                .with("address", Optional.ofNullable(address))
                .with("outcome", Optional.ofNullable(outcome))
                .with("text", Optional.ofNullable(text))
                .with("from", Optional.ofNullable(from))
                .with("to", Optional.ofNullable(to));
    }
}
