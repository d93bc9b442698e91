// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.code.SecretToken;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.http.Callers;
import app.homekeep.server.http.Credential;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.role.Roles;
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

/// Signed-in browsers: begun at sign-in, renewed by refresh tokens, found again by access tokens. Thread-safe.
///
/// ```
///             refresh: one successor a token
///               ┌───┐
/// begin ──▶ open ◀──┘──▶ ended: logout, owner, user, reuse, expired (for good)
/// ```
public final class Sessions implements Callers {
    /// Two tabs may refresh at the same moment; later, a spent token is a stolen one.
    private static final Duration RACE = Duration.ofSeconds(10);

    /// How long ended sessions stay in the database, so that their tokens are told why they are refused.
    private static final Duration KEPT = Duration.ofDays(30);

    /// What comes of a refresh token, decided inside the transaction and told outside it: a refusal must not roll back.
    private sealed interface Renewal {
        record Renewed(Session session, SecretToken next) implements Renewal {}

        record Raced() implements Renewal {}

        record Unknown() implements Renewal {}

        record Over(EndReason reason) implements Renewal {}
    }

    private final Database database;
    private final SessionStore store = new SessionStore();
    private final Accounts accounts;
    private final Roles roles;
    private final AccessTokens tokens;
    private final LiveSessions live;
    private final SessionEnding ending;
    private final Lifetimes lifetimes;
    private final EventHub events;
    private final Ids ids;
    private final SecureRandom random;
    private final Clock clock;

    Sessions(
            Database database,
            Accounts accounts,
            Roles roles,
            AccessTokens tokens,
            LiveSessions live,
            SessionEnding ending,
            Lifetimes lifetimes,
            EventHub events,
            Ids ids,
            SecureRandom random,
            Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.roles = roles;
        this.tokens = tokens;
        this.live = live;
        this.ending = ending;
        this.lifetimes = lifetimes;
        this.events = events;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /// A session of its own for each sign-in, with an id nobody could have known before it.
    ///
    /// @param amr      how they showed who they are, in the words of RFC 8176
    /// @param deviceId the known device they are on
    /// @throws Refused 403 `user_blocked` when the account was blocked since its holder showed their password
    public Session begin(
            Transaction tx,
            Account account,
            Device device,
            String address,
            boolean remember,
            List<String> amr,
            Optional<String> deviceId) {
        if (accounts.credential(tx, account.id())
                .map(found -> found.account().blocked())
                .orElse(true)) {
            throw new Refused(ProblemCode.USER_BLOCKED, "This account is blocked. Ask the owner.");
        }
        Instant now = now();
        Duration lifetime = remember ? lifetimes.remembered() : lifetimes.session();
        Session session = new Session(
                ids.next(),
                account.id(),
                device,
                address,
                remember,
                0,
                now,
                now,
                now.plus(lifetime),
                amr,
                deviceId,
                StepUpMark.NEVER);
        store.insert(tx.handle(), session);
        tx.afterCommit(() -> events.publish(new EventHub.Event.SessionsChanged()));
        return session;
    }

    /// The first tokens of a session that begins in the same transaction.
    public Tokens firstTokens(Transaction tx, Session session) {
        SecretToken refresh = SecretToken.random(random);
        store.insertRefresh(tx.handle(), refresh.hash(), session.id(), session.generation());
        return tokens(session, refresh);
    }

    /// Fresh tokens for a session that goes on while others end: the refresh token it had is spent, so that a copy of
    /// it is found out.
    ///
    /// @throws Refused 401 when the session is over
    public Tokens reissue(Transaction tx, String sessionId, String address) {
        Instant now = now();
        store.spendAll(tx.handle(), sessionId, now);
        if (store.renew(tx.handle(), sessionId, address, now, lifetimes.idle()).isEmpty()) {
            throw AccessTokens.notSignedIn();
        }
        return firstTokens(tx, store.find(tx.handle(), sessionId).orElseThrow().session());
    }

    /// Notes that a session's holder has just shown who they are.
    ///
    /// @return until when that is good
    /// @throws Refused 401 when the session is over
    public Instant stepUp(Transaction tx, String sessionId, boolean secondFactor) {
        Instant now = now();
        if (!store.stepUp(tx.handle(), sessionId, secondFactor, now)) {
            throw AccessTokens.notSignedIn();
        }
        tx.afterCommit(() -> live.steppedUp(sessionId));
        return now.plus(StepUpMark.GOOD_FOR);
    }

    /// Takes a refresh token and gives its successor.
    ///
    /// @throws Refused 409 `refresh_race` when another tab was first and has the cookie; else 401 with the reason
    public Tokens renew(String refreshToken, String address) {
        byte[] hash = new SecretToken(refreshToken).hash();
        return switch (database.write(tx -> take(tx, hash, address))) {
            case Renewal.Renewed(Session session, SecretToken next) -> tokens(session, next);
            case Renewal.Raced() ->
                throw new Refused(ProblemCode.REFRESH_RACE, "This was renewed a moment ago; the newer cookie counts.");
            case Renewal.Unknown() -> throw AccessTokens.notSignedIn();
            case Renewal.Over(EndReason reason) -> throw over(reason);
        };
    }

    /// The session behind a refresh token, spent or not; for signing out with nothing but that cookie left.
    public Optional<String> sessionOf(String refreshToken) {
        byte[] hash = new SecretToken(refreshToken).hash();
        return database.read(handle -> store.sessionOf(handle, hash));
    }

    @Override
    public Optional<Caller> remembered(Credential credential, String address) {
        AccessTokens.Pointer pointer = tokens.verify(credential.text());
        return live.get(pointer.sessionId())
                .flatMap(known -> accounts.remembered(pointer.accountId())
                        .map(account -> caller(known, account, pointer, address)));
    }

    @Override
    public Caller identify(Credential credential, String address) {
        AccessTokens.Pointer pointer = tokens.verify(credential.text());
        LiveSessions.Known known = live.get(pointer.sessionId())
                .or(() -> live.fill(pointer.sessionId(), () -> look(pointer.sessionId())))
                .orElseThrow(AccessTokens::notSignedIn);
        Account account = accounts.live(pointer.accountId()).orElseThrow(AccessTokens::notSignedIn);
        return caller(known, account, pointer, address);
    }

    /// The signing keys have changed: every token is looked at anew.
    public void keysChanged() {
        tokens.forget();
    }

    /// Deletes what ended long ago. Called once a day.
    public int forgetOld() {
        return database.write(tx -> store.forget(tx.handle(), now().minus(KEPT)));
    }

    private Renewal take(Transaction tx, byte[] hash, String address) {
        Instant now = now();
        Optional<String> sessionId = store.spend(tx.handle(), hash, now);
        if (sessionId.isEmpty()) {
            return store.spent(tx.handle(), hash)
                    .map(spent -> comeBack(tx, spent, address, now))
                    .orElse(new Renewal.Unknown());
        }
        String id = sessionId.get();
        if (store.renew(tx.handle(), id, address, now, lifetimes.idle()).isEmpty()) {
            ending.end(tx, id, EndReason.EXPIRED);
            return ended(tx, id);
        }
        Session session = store.find(tx.handle(), id).orElseThrow().session();
        SecretToken next = SecretToken.random(random);
        store.insertRefresh(tx.handle(), next.hash(), id, session.generation());
        return new Renewal.Renewed(session, next);
    }

    private Renewal comeBack(Transaction tx, SessionStore.Spent spent, String address, Instant now) {
        if (now.isBefore(spent.at().plus(RACE)) && stillOpen(tx, spent.sessionId())) {
            return new Renewal.Raced();
        }
        ending.endReused(tx, spent.sessionId(), address);
        return ended(tx, spent.sessionId());
    }

    private boolean stillOpen(Transaction tx, String id) {
        return store.find(tx.handle(), id)
                .filter(found -> found.ended().isEmpty())
                .isPresent();
    }

    private Renewal ended(Transaction tx, String id) {
        return store.find(tx.handle(), id)
                .flatMap(SessionStore.Found::ended)
                .<Renewal>map(Renewal.Over::new)
                .orElse(new Renewal.Unknown());
    }

    private Optional<LiveSessions.Known> look(String id) {
        return database.read(handle -> store.find(handle, id))
                .map(found -> found.ended()
                        .<LiveSessions.Known>map(LiveSessions.Known.Ended::new)
                        .orElseGet(() -> new LiveSessions.Known.Live(new LiveSession(found.session()))));
    }

    private Caller caller(LiveSessions.Known known, Account account, AccessTokens.Pointer pointer, String address) {
        return switch (known) {
            case LiveSessions.Known.Ended(EndReason reason) -> throw over(reason);
            case LiveSessions.Known.Live(LiveSession session) -> {
                Instant now = now();
                boolean idle = session.lastSeenAt().plus(lifetimes.idle()).isBefore(now);
                if (idle || !now.isBefore(session.expiresAt())) {
                    throw over(EndReason.EXPIRED);
                }
                if (!session.accountId().equals(account.id()) || account.blocked()) {
                    throw AccessTokens.notSignedIn();
                }
                session.seen(now, address);
                yield new Caller.SignedIn(
                        account.user(),
                        roles.permissions(account.role()),
                        session.id(),
                        pointer.expiresAt(),
                        session.stepUp().proof(now));
            }
        };
    }

    private Tokens tokens(Session session, SecretToken refresh) {
        Instant now = now();
        Instant latest = now.plus(lifetimes.access()).truncatedTo(ChronoUnit.SECONDS);
        Instant until = latest.isBefore(session.expiresAt()) ? latest : session.expiresAt();
        String access = tokens.issue(session.id(), session.accountId(), session.amr(), now, until);
        return new Tokens(access, until, refresh.text(), session.expiresAt(), session.remembered());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refused over(EndReason reason) {
        ProblemCode code = reason == EndReason.EXPIRED ? ProblemCode.SESSION_EXPIRED : ProblemCode.SESSION_REVOKED;
        return new Refused(code, reason.sentence());
    }
}
