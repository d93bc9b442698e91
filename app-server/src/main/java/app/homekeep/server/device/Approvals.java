// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.device.Approval;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;
import app.homekeep.server.session.Device;
import app.homekeep.server.signin.DeviceApproval;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Transaction;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Questions whether a new device may come in. The question is a row, so it outlives a restart; who waits for the
/// answer is in memory and woken by the commit of the answer. Thread-safe.
public final class Approvals implements DeviceApproval {
    private static final Duration OPEN = Duration.ofMinutes(2);
    /// From the question: the device must come for its yes while its half-login lasts.
    private static final Duration GOOD = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(1);
    /// How far ahead a row's time may be, for a clock that was set back a little.
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private static final int MOST_OF_AN_ACCOUNT = 3;
    /// Far fewer than there are numbers, so that one is soon found, and a guess is seldom right.
    private static final int MOST = 30;

    private static final List<String> NUMBERS =
            IntStream.rangeClosed(10, 99).mapToObj(Integer::toString).toList();

    private final Database database;
    private final ApprovalStore store = new ApprovalStore();
    private final Waiting waiting = new Waiting();
    private final Roles roles;
    private final BooleanSupplier everybody;
    private final AuditLog audit;
    private final EventHub events;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    /// @param everybody whether new devices of all accounts need a yes
    public Approvals(
            Database database,
            Roles roles,
            BooleanSupplier everybody,
            AuditLog audit,
            EventHub events,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.roles = roles;
        this.everybody = everybody;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /// The owner is asked as everybody is: the control door answers always, so nobody is locked out by it.
    @Override
    public boolean needed(Account account, Optional<String> deviceId) {
        return deviceId.isEmpty()
                && (account.approveDevices() || roles.approvesDevices(account.role()) || everybody.getAsBoolean());
    }

    /// @throws Refused 429 when too many questions are open
    @Override
    public Question ask(Transaction tx, Account account, Device device, String address) {
        Instant now = now();
        expire(tx, now);
        Set<String> taken = store.numbers(tx.handle());
        if (taken.size() >= MOST || store.open(tx.handle(), account.id()) >= MOST_OF_AN_ACCOUNT) {
            throw Refused.later(
                    ProblemCode.TOO_MANY_REQUESTS, "Other devices are waiting for an answer. Please try again.", OPEN);
        }
        String number = number(taken);
        String id = ids.next();
        Instant expiresAt = now.plus(OPEN);
        store.insert(tx.handle(), id, account.id(), number, device, address, now, expiresAt);
        Asked asked = store.find(tx.handle(), id).orElseThrow();
        audit.append(
                tx,
                AuditEntry.by(AuditKind.DEVICE_ASKED, account.username(), address, Optional.empty())
                        .target(account.username())
                        .detail(asked.describe()));
        tx.afterCommit(this::announce);
        return new Question(id, number, expiresAt);
    }

    @Override
    public Answer await(String questionId, Duration patience) {
        Answer first = answer(questionId);
        if (first != Answer.WAITING) {
            return first;
        }
        CompletableFuture<Boolean> heard = waiting.listen(questionId);
        // Again: it may have been answered before anybody listened.
        Optional<Asked> still = find(questionId).filter(this::open);
        if (still.isPresent()) {
            Duration left = Duration.between(now(), still.get().expiresAt());
            Waiting.await(heard, left.compareTo(patience) < 0 ? left : patience);
        } else {
            waiting.settled(questionId);
        }
        Answer last = answer(questionId);
        if (last == Answer.EXPIRED) {
            expireOverdue();
        }
        return last;
    }

    @Override
    public boolean take(Transaction tx, String questionId) {
        return store.take(tx.handle(), questionId, now().minus(GOOD));
    }

    /// Those that wait for an answer, the newest first.
    List<Approval> open() {
        return database.read(handle -> store.open(handle, now())).stream()
                .map(Asked::approval)
                .toList();
    }

    Optional<Asked> find(String id) {
        return database.read(handle -> store.find(handle, id));
    }

    /// The device may come in.
    ///
    /// @param entry who says so
    /// @throws Refused 409 when it was answered before, or too late
    void allow(String id, AuditEntry entry) {
        settle(id, Asked.State.ALLOWED, entry);
    }

    /// The device stays out.
    ///
    /// @param entry who says so
    /// @throws Refused 409 when it was answered before, or too late
    void deny(String id, AuditEntry entry) {
        settle(id, Asked.State.DENIED, entry);
    }

    /// Notes the questions that nobody has answered in time. Called every minute.
    public void expireOverdue() {
        Instant now = now();
        if (!database.read(handle -> store.overdue(handle, now, now.plus(CLOCK_SLACK)))
                .isEmpty()) {
            database.write(tx -> {
                expire(tx, now);
                return tx;
            });
        }
    }

    /// Deletes what was answered long ago. Called once a day.
    public int forgetOld() {
        expireOverdue();
        return database.write(tx -> store.forget(tx.handle(), now().minus(KEPT)));
    }

    private void settle(String id, Asked.State answer, AuditEntry entry) {
        database.write(tx -> {
            Asked asked = store.find(tx.handle(), id).orElseThrow(Refused::notFound);
            if (!store.answer(tx.handle(), id, answer, now())) {
                throw new Refused(ProblemCode.CONFLICT, "This was answered before, or its time is over.");
            }
            audit.append(tx, entry.target(asked.username()).detail(asked.describe()));
            tx.afterCommit(() -> settled(id));
            return asked;
        });
    }

    private void expire(Transaction tx, Instant now) {
        for (var overdue : store.overdue(tx.handle(), now, now.plus(CLOCK_SLACK))) {
            store.expire(tx.handle(), overdue.id());
            audit.append(
                    tx,
                    AuditEntry.system(AuditKind.DEVICE_DENIED)
                            .target(overdue.username())
                            .detail("nobody answered in time: " + overdue.describe())
                            .refused());
            tx.afterCommit(() -> settled(overdue.id()));
        }
    }

    private void settled(String id) {
        waiting.settled(id);
        announce();
    }

    private void announce() {
        events.publish(new EventHub.Event.ApprovalsChanged());
    }

    private Answer answer(String id) {
        return find(id).map(this::answer).orElse(Answer.EXPIRED);
    }

    private Answer answer(Asked asked) {
        return switch (asked.state()) {
            case ASKED -> open(asked) ? Answer.WAITING : Answer.EXPIRED;
            case ALLOWED -> Answer.ALLOWED;
            case DENIED -> Answer.DENIED;
            case EXPIRED, TAKEN -> Answer.EXPIRED;
        };
    }

    private boolean open(Asked asked) {
        return asked.open(now());
    }

    private String number(Set<String> taken) {
        List<String> free =
                NUMBERS.stream().filter(number -> !taken.contains(number)).toList();
        return free.get(random.nextInt(free.size()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
