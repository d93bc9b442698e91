// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.Upkeep.Chore;
import app.homekeep.server.account.AccountEnding;
import app.homekeep.server.account.AccountRights;
import app.homekeep.server.apikey.ApiKeyRoutes;
import app.homekeep.server.apikey.ApiKeys;
import app.homekeep.server.apikey.LiveKeys;
import app.homekeep.server.control.SigningKeyRotation;
import app.homekeep.server.control.SigningKeyRoutes;
import app.homekeep.server.device.ApprovalRoutes;
import app.homekeep.server.device.Approvals;
import app.homekeep.server.device.DeviceRoutes;
import app.homekeep.server.device.Devices;
import app.homekeep.server.http.Callers;
import app.homekeep.server.http.OpenExchanges;
import app.homekeep.server.http.Rates;
import app.homekeep.server.http.Route;
import app.homekeep.server.lockdown.Endings;
import app.homekeep.server.lockdown.Lockdowns;
import app.homekeep.server.newpassword.NewPasswordFeature;
import app.homekeep.server.newpassword.NewPasswordRoutes;
import app.homekeep.server.secondfactor.SecondFactorFeature;
import app.homekeep.server.secondfactor.SecondFactorRoutes;
import app.homekeep.server.secondfactor.UserSecondFactorRoutes;
import app.homekeep.server.session.SessionFeature;
import app.homekeep.server.session.SessionRoutes;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.signin.HalfLogins;
import app.homekeep.server.signin.InvitedSignIn;
import app.homekeep.server.signin.SessionCookies;
import app.homekeep.server.signin.SignInFeature;
import app.homekeep.server.signin.SignInRoutes;
import app.homekeep.server.store.Transaction;
import app.homekeep.server.throttle.ThrottleFeature;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Everything between a request and an account, put together: sessions and API keys, the steps of signing in, and what
/// holds somebody back.
final class Entrance {
    private static final Duration SAVING = Duration.ofSeconds(5);
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private final Foundation f;
    private final SessionFeature sessions;
    private final LiveKeys liveKeys;
    private final ApiKeys apiKeys;
    private final SigningKeyRotation signingKeys;
    private final ThrottleFeature throttle;
    private final Devices devices;
    private final Approvals approvals;
    private final SecondFactorFeature secondFactor;
    private final SignInFeature signIn;
    private final NewPasswordFeature newPasswords;
    private final SessionCookies cookies;
    private final Lockdowns lockdowns;

    Entrance(Foundation foundation, OpenExchanges open) {
        f = foundation;
        cookies = new SessionCookies(f.clock);
        sessions = SessionFeature.of(
                f.database,
                f.accounts,
                f.roles,
                new KeyringKeys(f.keyring),
                f.keyring.serverId(),
                new SettingLifetimes(f.settings),
                open,
                f.events,
                f.audit,
                f.ids,
                f.random,
                f.clock);
        liveKeys = new LiveKeys(f.database, f.accounts, f.roles, f.clock);
        apiKeys = new ApiKeys(
                f.database,
                liveKeys,
                f.roles,
                open,
                f.events,
                f.audit,
                f.ids,
                f.random,
                f.clock,
                () -> Duration.ofDays(f.settings.get(KnownSettings.API_KEY_DAYS)));
        signingKeys = new SigningKeyRotation(
                f.keyring,
                f.audit,
                sessions.sessions()::keysChanged,
                () -> Duration.ofDays(f.settings.get(KnownSettings.JWT_KEY_DAYS)),
                f.clock);
        throttle = ThrottleFeature.open(f.database, f.settings, f.audit, f.events, f.ids, f.clock);
        devices = new Devices(f.database, f.keyring, sessions.ending(), f.accounts, f.audit, f.ids, f.clock);
        approvals = new Approvals(
                f.database,
                f.roles,
                () -> f.settings.get(KnownSettings.APPROVE_DEVICES).equals("everybody"),
                f.audit,
                f.events,
                f.ids,
                f.random,
                f.clock);
        var halfLogins = new HalfLogins(f.database, f.random, f.clock);
        lockdowns = new Lockdowns(
                f.database,
                new Endings(sessions.ending(), apiKeys, halfLogins),
                signingKeys::force,
                f.audit,
                f.events,
                f.clock);
        secondFactor = SecondFactorFeature.of(
                f.database,
                f.accounts,
                f.roles,
                f.keyring,
                sessions.ending(),
                halfLogins,
                f.audit,
                new SettingTotpRule(f.settings),
                () -> f.settings.get(KnownSettings.SERVER_NAME),
                f.random,
                f.clock);
        signIn = SignInFeature.of(
                f.database,
                f.accounts,
                f.hashes,
                sessions.sessions(),
                halfLogins,
                secondFactor,
                throttle.guesses(),
                devices,
                approvals,
                f.audit);
        newPasswords = NewPasswordFeature.of(
                f.database,
                f.accounts,
                f.policy,
                f.hashes,
                sessions.sessions(),
                sessions.ending(),
                halfLogins,
                signIn.passwords(),
                secondFactor.factors(),
                throttle.guesses(),
                // The panel sees the request; a message comes with mail.
                account -> {},
                f.audit,
                f.events,
                () -> f.settings.get(KnownSettings.SERVER_NAME),
                f.ids,
                f.random,
                f.clock);
    }

    List<Route> routes(StatusReport status) {
        var rights = new AccountRights(f.roles);
        return Stream.of(
                        new SignInRoutes(
                                        signIn,
                                        sessions.sessions(),
                                        sessions.ending(),
                                        f.accounts,
                                        secondFactor.duty(),
                                        cookies)
                                .routes(),
                        new SecondFactorRoutes(secondFactor.factors(), f.accounts).routes(),
                        new UserSecondFactorRoutes(secondFactor.factors(), f.accounts, rights).routes(),
                        new NewPasswordRoutes(newPasswords, f.accounts, rights, cookies, status::linkOrigin).routes(),
                        new SessionRoutes(sessions.list(), sessions.ending(), f.accounts).routes(),
                        new ApiKeyRoutes(apiKeys, f.accounts).routes(),
                        new SigningKeyRoutes(signingKeys).routes(),
                        new DeviceRoutes(devices, f.accounts).routes(),
                        new ApprovalRoutes(approvals, f.accounts).routes(),
                        throttle.routes().routes())
                .flatMap(List::stream)
                .toList();
    }

    SessionFeature sessions() {
        return sessions;
    }

    /// Cuts what is open for an account in whatever way it came in: it may do less from this transaction on.
    void cutAll(Transaction tx, String accountId) {
        sessions.ending().cutAll(tx, accountId);
        apiKeys.cutAll(tx, accountId);
    }

    /// Who is behind what a request comes with.
    Callers credentials() {
        return new Credentials(sessions.sessions(), liveKeys);
    }

    /// What ends when the house is locked down.
    Lockdowns lockdowns() {
        return lockdowns;
    }

    /// What holds a request back.
    Rates rates() {
        return throttle.gate();
    }

    /// Lets in who has accepted an invite.
    InvitedSignIn invited() {
        return new InvitedSignIn(f.database, f.accounts, signIn.admission(), cookies);
    }

    /// What is kept here for an account that comes to an end; the rest goes with its row.
    List<AccountEnding> endings() {
        return List.of(sessions.accountEnding(), apiKeys);
    }

    List<Chore> chores() {
        return List.of(
                Chore.daily("sessions", sessions.sessions()::forgetOld),
                Chore.daily("signing keys", signingKeys::rotateOld),
                Chore.daily("guesses, rates and shut-out addresses", throttle::forgetOld),
                Chore.daily("devices", devices::forgetOld),
                Chore.daily("approvals", approvals::forgetOld),
                Chore.every(OVERDUE, "open approvals", approvals::expireOverdue),
                Chore.saving(SAVING, "API keys", liveKeys::writeUses),
                Chore.saving(SAVING, "rates", throttle.rates()::save));
    }
}
