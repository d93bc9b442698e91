// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.admin.AdminApi;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.AuditFilter;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.PagedRows;
import app.homekeep.desktop.server.ServerState;
import app.homekeep.desktop.server.Supervisor;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditCheck;
import app.homekeep.model.audit.AuditEvent;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The audit log, filtered, and whether its chain is intact. FX thread only.
final class AuditViewModel {
    private final Text text;
    private final Supervisor supervisor;
    private final AdminApi api;
    private final AdminEvents events;
    private final Background background;
    private final Notices notices;
    private final ZoneId zone;
    private final Latest asking;
    private final Latest verifying;
    private final ReadOnlyObjectWrapper<AuditFilter> filter = new ReadOnlyObjectWrapper<>(AuditFilter.NONE);
    private final ReadOnlyObjectWrapper<Load<PagedRows<AuditEvent>>> rows =
            new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<Optional<AuditCheck>> check = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper exporting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper newer = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper serverUp = new ReadOnlyBooleanWrapper();
    private boolean atTop = true;
    private List<Runnable> running = List.of();

    AuditViewModel(
            Text text,
            Supervisor supervisor,
            AdminApi api,
            AdminEvents events,
            Background background,
            Notices notices,
            ZoneId zone) {
        this.text = text;
        this.supervisor = supervisor;
        this.api = api;
        this.events = events;
        this.background = background;
        this.notices = notices;
        this.zone = zone;
        this.asking = new Latest(background);
        this.verifying = new Latest(background);
    }

    ReadOnlyObjectProperty<Load<PagedRows<AuditEvent>>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AuditFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /// What the last verification found; empty before there was one.
    ReadOnlyObjectProperty<Optional<AuditCheck>> check() {
        return check.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty exporting() {
        return exporting.getReadOnlyProperty();
    }

    /// Whether there are rows newer than those shown.
    ReadOnlyBooleanProperty newer() {
        return newer.getReadOnlyProperty();
    }

    /// Whether there is a server to ask.
    ReadOnlyBooleanProperty serverUp() {
        return serverUp.getReadOnlyProperty();
    }

    void onShow() {
        running = List.of(supervisor.watch(this::enter), events.watch(event -> {
            if (event.equals(AdminEvents.AUDIT_APPENDED)) {
                appended();
            }
        }));
        enter(supervisor.state());
    }

    void onHide() {
        running.forEach(Runnable::run);
        running = List.of();
        asking.cancel();
        verifying.cancel();
        checking.set(false);
    }

    /// Loads from the newest row on.
    void load() {
        if (!serverUp.get()) {
            return;
        }
        newer.set(false);
        AuditFilter wanted = filter.get();
        asking.run(
                () -> api.audit(wanted, Optional.empty()),
                first -> rows.set(new Load.Ready<>(
                        new PagedRows<>(first, background, after -> api.audit(wanted, after), this::pageFailed))),
                problem -> rows.set(new Load.Failed<>(problem)));
    }

    /// Whether the newest row is in sight: then rows that come are shown at once, else only said to be there.
    void inSight(boolean newest) {
        atTop = newest;
        if (newest && newer.get()) {
            load();
        }
    }

    /// Sets one part of the filter, or takes it away.
    void filterBy(FilterPart part, Optional<String> value) {
        change(part.in(filter.get(), value.map(String::strip), zone));
    }

    /// What one part of the filter is set to.
    Optional<String> filteredBy(FilterPart part) {
        return part.of(filter.get(), zone);
    }

    void clearFilter() {
        change(AuditFilter.NONE);
    }

    /// Everything somebody did.
    void showAllOf(String actor) {
        change(FilterPart.ACTOR.in(AuditFilter.NONE, Optional.of(actor), zone));
    }

    /// Everything that came from an address.
    void showAllFrom(String address) {
        change(FilterPart.ADDRESS.in(AuditFilter.NONE, Optional.of(address), zone));
    }

    void verify() {
        if (!serverUp.get()) {
            return;
        }
        checking.set(true);
        verifying.run(
                api::verifyAudit,
                found -> {
                    checking.set(false);
                    check.set(Optional.of(found));
                },
                problem -> {
                    checking.set(false);
                    notices.problem(text.problem(problem));
                });
    }

    /// Writes what the filter lets through to a file.
    ///
    /// @param format `csv`, `jsonl` or `text`
    void export(String format, Path target) {
        AuditFilter wanted = filter.get();
        exporting.set(true);
        background.run(
                () -> {
                    api.exportAudit(format, wanted, target);
                    return target;
                },
                written -> {
                    exporting.set(false);
                    notices.done(text.get("audit.exported", written.toString()));
                },
                problem -> {
                    exporting.set(false);
                    notices.problem(text.problem(problem));
                });
    }

    private void change(AuditFilter wanted) {
        if (!wanted.equals(filter.get())) {
            filter.set(wanted);
            atTop = true;
            load();
        }
    }

    private void enter(ServerState now) {
        boolean up = now instanceof ServerState.Running;
        boolean news = up != serverUp.get();
        serverUp.set(up);
        if (up && (news || !(rows.get() instanceof Load.Ready<PagedRows<AuditEvent>>))) {
            load();
        } else if (!up && news) {
            asking.cancel();
            verifying.cancel();
            checking.set(false);
            check.set(Optional.empty());
            rows.set(new Load.Loading<>());
        } else if (up) {
            appended();
        }
        if (up && check.get().isEmpty() && !checking.get()) {
            verify();
        }
    }

    private void appended() {
        if (atTop) {
            load();
        } else {
            newer.set(true);
        }
    }

    private void pageFailed(AdminProblem problem) {
        rows.set(new Load.Failed<>(problem));
    }
}
