// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.audit;

import app.homekeep.model.Page;
import app.homekeep.model.Permission;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Paging;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/// The audit log over HTTP: pages, the check, the export.
public final class AuditRoutes {
    private static final JsonType<Page<AuditEvent>> PAGE = Wire.page(AuditEvent.class);
    private static final JsonType<AuditCheck> CHECK = Wire.type(AuditCheck.class);

    private final Database database;
    private final AuditLog log;
    private final AuditQuery query;
    private final AuditVerifier verifier;
    private final AuditExport export;
    private final Clock clock;

    public AuditRoutes(
            Database database,
            AuditLog log,
            AuditQuery query,
            AuditVerifier verifier,
            AuditExport export,
            Clock clock) {
        this.database = database;
        this.log = log;
        this.query = query;
        this.verifier = verifier;
        this.export = export;
        this.clock = clock;
    }

    public List<Route> routes() {
        Access access = Access.manages(Permission.AUDIT_READ);
        return List.of(
                Route.get(Routes.AUDIT, access, this::page),
                Route.get(Routes.AUDIT_VERIFY, access, request -> Answer.ok(CHECK, verifier.verify())),
                Route.get(Routes.AUDIT_EXPORT, access, this::export));
    }

    private Answer page(Request request) {
        return Answer.ok(
                PAGE, query.page(AuditFilter.of(request::query), Paging.limit(request), Paging.after(request)));
    }

    private Answer export(Request request) {
        AuditFilter filter = AuditFilter.of(request::query);
        String name = request.query("format").orElse("csv");
        AuditFormat format =
                AuditFormat.of(name).orElseThrow(() -> Refused.badField("format", "This must be csv, jsonl or text."));
        long last = database.write(tx -> {
            log.append(tx, AuditEntry.of(AuditKind.AUDIT_EXPORT, request).detail("as " + format.wire()));
            return log.head().seq();
        });
        String file =
                "homekeep-audit-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + extension(format);
        return new Answer.Written(
                format.type(),
                Map.of("Content-Disposition", "attachment; filename=\"" + file + "\"", "Cache-Control", "no-store"),
                out -> export.write(filter, format, last, out));
    }

    private static String extension(AuditFormat format) {
        return format == AuditFormat.TEXT ? "txt" : format.wire();
    }
}
