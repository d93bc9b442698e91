// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.RunFile;
import app.homekeep.server.Upkeep.Chore;
import app.homekeep.server.account.Oversight;
import app.homekeep.server.apikey.ApiKeyRoutes;
import app.homekeep.server.apikey.ApiKeys;
import app.homekeep.server.apikey.LiveKeys;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditExport;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditQuery;
import app.homekeep.server.audit.AuditRoutes;
import app.homekeep.server.audit.AuditVerifier;
import app.homekeep.server.control.ControlRoutes;
import app.homekeep.server.control.LogLines;
import app.homekeep.server.control.SigningKeyRotation;
import app.homekeep.server.control.SigningKeyRoutes;
import app.homekeep.server.control.Stop;
import app.homekeep.server.download.DownloadRoutes;
import app.homekeep.server.download.Downloads;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.event.EventRoutes;
import app.homekeep.server.http.HttpLimits;
import app.homekeep.server.http.Open;
import app.homekeep.server.http.Route;
import app.homekeep.server.http.Router;
import app.homekeep.server.http.WebConfig;
import app.homekeep.server.http.WebServer;
import app.homekeep.server.media.MediaTypes;
import app.homekeep.server.media.TypePolicy;
import app.homekeep.server.newpassword.NewPasswordFeature;
import app.homekeep.server.newpassword.NewPasswordRoutes;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.secondfactor.SecondFactorFeature;
import app.homekeep.server.secondfactor.SecondFactorRoutes;
import app.homekeep.server.secondfactor.UserSecondFactorRoutes;
import app.homekeep.server.session.SessionFeature;
import app.homekeep.server.session.SessionRoutes;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.SettingsRoutes;
import app.homekeep.server.signin.HalfLogins;
import app.homekeep.server.signin.InvitedSignIn;
import app.homekeep.server.signin.SessionCookies;
import app.homekeep.server.signin.SignInFeature;
import app.homekeep.server.signin.SignInRoutes;
import app.homekeep.server.space.Entries;
import app.homekeep.server.space.SpaceRoutes;
import app.homekeep.server.system.HealthCheck;
import app.homekeep.server.system.OpenApiRoute;
import app.homekeep.server.system.SystemRoutes;
import app.homekeep.server.system.UtilityRoutes;
import app.homekeep.server.throttle.ThrottleFeature;
import app.homekeep.server.upload.Leftovers;
import app.homekeep.server.upload.UploadRoutes;
import app.homekeep.server.upload.Uploads;
import app.homekeep.server.web.PageRoutes;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that runs: the foundation, the features on it, and the doors in front, from [#open] to [#close].
final class House implements Program.Running {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    /// What a sudden end forgets at most of the rates that are not kept at once.
    private static final Duration SAVING = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final List<Route> routes;
    private final WebServer web;
    private final Upkeep upkeep;
    private final Stop stop;
    private final RunFile runFile;
    private final AtomicBoolean closed = new AtomicBoolean();

    private House(Foundation foundation, List<Route> routes, WebServer web, Upkeep upkeep, Stop stop, RunFile runFile) {
        this.foundation = foundation;
        this.routes = routes;
        this.web = web;
        this.upkeep = upkeep;
        this.stop = stop;
        this.runFile = runFile;
    }

    /// @throws StartRefused when it can't be
    static House open(ServeOptions options, Clock clock, SecureRandom random) {
        // The page is read, hashed and compressed while the database is opened.
        CompletableFuture<PageRoutes> page = CompletableFuture.supplyAsync(PageRoutes::new);
        Foundation foundation = Foundation.open(options.data(), Optional.empty(), clock, random);
        try {
            return build(foundation, options, page);
        } catch (RuntimeException e) {
            foundation.close();
            throw e;
        }
    }

    private static House build(Foundation f, ServeOptions options, CompletableFuture<PageRoutes> pageBeingRead) {
        if (f.accounts.owner().isEmpty()) {
            throw new StartRefused(
                    "not_initialised", "There is no owner yet: make one with homekeep init, or with the panel.");
        }
        var stop = new Stop();
        var open = new Open(() -> f.events.publish(new Event.TransfersChanged()));
        var network = Network.of(options, f);

        SessionFeature sessions = SessionFeature.of(
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
        var throttle = ThrottleFeature.open(f.database, f.settings, f.audit, f.events, f.ids, f.clock);
        var liveKeys = new LiveKeys(f.database, f.accounts, f.roles, f.clock);
        var apiKeys = new ApiKeys(
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
        var signingKeys = new SigningKeyRotation(
                f.keyring,
                f.audit,
                sessions.sessions()::keysChanged,
                () -> Duration.ofDays(f.settings.get(KnownSettings.JWT_KEY_DAYS)),
                f.clock);
        var halfLogins = new HalfLogins(f.database, f.random, f.clock);
        SecondFactorFeature secondFactor = SecondFactorFeature.of(
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
        var gates = new Unguarded(f.ids);
        SignInFeature signIn = SignInFeature.of(
                f.database,
                f.accounts,
                f.hashes,
                sessions.sessions(),
                halfLogins,
                secondFactor,
                gates,
                gates,
                gates,
                f.audit);
        var cookies = new SessionCookies(f.clock);
        var oversight = new Oversight(f.roles);
        NewPasswordFeature newPasswords = NewPasswordFeature.of(
                f.database,
                f.accounts,
                f.policy,
                f.hashes,
                sessions.sessions(),
                sessions.ending(),
                halfLogins,
                signIn.passwords(),
                secondFactor.factors(),
                gates,
                // The panel sees the request; a message comes with mail.
                account -> {},
                f.audit,
                f.events,
                () -> f.settings.get(KnownSettings.SERVER_NAME),
                f.ids,
                f.random,
                f.clock);

        var types = new MediaTypes();
        var policy = new TypePolicy();
        var entries = new Entries(f.spaces, f.database, f.ids, f.clock, types);
        var uploads = new Uploads(
                f.spaces,
                entries,
                f.database,
                f.ids,
                f.audit,
                f.events,
                types,
                policy,
                () -> f.settings.get(KnownSettings.MAX_FILE_BYTES));
        var downloads = new Downloads(f.spaces, f.database, f.audit, types, policy);
        PageRoutes page = pageBeingRead.join();
        var status = new StatusReport(f, options.data(), sessions.list(), open, network, stop);

        List<Route> routes = Stream.of(
                        new SignInRoutes(
                                        signIn,
                                        sessions.sessions(),
                                        sessions.ending(),
                                        f.accounts,
                                        secondFactor.duty(),
                                        cookies)
                                .routes(),
                        new SecondFactorRoutes(secondFactor.factors(), f.accounts).routes(),
                        new UserSecondFactorRoutes(secondFactor.factors(), f.accounts, oversight).routes(),
                        new NewPasswordRoutes(newPasswords, f.accounts, oversight, cookies, status::pageOrigin)
                                .routes(),
                        new SessionRoutes(sessions.list(), sessions.ending(), f.accounts).routes(),
                        new ApiKeyRoutes(apiKeys, f.accounts).routes(),
                        throttle.routes().routes(),
                        People.routes(
                                f,
                                sessions,
                                new InvitedSignIn(f.database, sessions.sessions(), f.audit, f.clock),
                                status,
                                List.of(apiKeys)),
                        new SpaceRoutes(f.spaces, entries).routes(),
                        new UploadRoutes(uploads).routes(),
                        new DownloadRoutes(downloads).routes(),
                        new AuditRoutes(
                                        f.database,
                                        f.audit,
                                        new AuditQuery(f.database, f.keyring),
                                        new AuditVerifier(f.database, f.keyring, f.audit),
                                        new AuditExport(f.database),
                                        f.clock)
                                .routes(),
                        new SettingsRoutes(f.settings, f.audit).routes(),
                        new EventRoutes(f.events, f.spaces::mayHearOf).routes(),
                        new SystemRoutes(List.of(new HealthCheck("database", f.database::works)), status::info)
                                .routes(),
                        new OpenApiRoute().routes(),
                        new UtilityRoutes(policy).routes(),
                        new ControlRoutes(
                                        status::status,
                                        open,
                                        stop,
                                        DRAIN,
                                        new LogLines(options.data().resolve("logs/homekeep.log")))
                                .routes(),
                        new SigningKeyRoutes(signingKeys).routes(),
                        page.routes())
                .flatMap(List::stream)
                .toList();

        sweep(new Leftovers(f.spaces, entries));
        f.departures.settle();
        var control = ControlToken.random(f.random);
        WebServer web = network.open(new WebConfig(
                network.ports(),
                new Router(routes),
                new Router(List.of()),
                new Credentials(sessions.sessions(), liveKeys),
                throttle.gate(),
                open,
                network.names(),
                control.text(),
                f.accounts::ownerName,
                network::tls,
                page.signedOutNavigation(),
                true,
                f.ids::next,
                HttpLimits.standard()));
        status.opened(web);

        f.database.write(tx -> {
            f.audit.append(tx, AuditEntry.system(AuditKind.SERVER_START));
            return tx;
        });
        Upkeep upkeep = Upkeep.start(List.of(
                Chore.daily("sessions", sessions.sessions()::forgetOld),
                Chore.daily("signing keys", signingKeys::rotateOld),
                Chore.daily("guesses, rates and shut-out addresses", throttle::forgetOld),
                Chore.saving(SAVING, "API keys", liveKeys::writeUses),
                Chore.saving(SAVING, "rates", throttle.rates()::save)));
        Thread.ofPlatform().daemon().name("media-types").start(types::prepare);
        return new House(f, routes, web, upkeep, stop, network.runFile(web.ports(), control, f.clock.instant()));
    }

    /// Before anybody can upload: what lies there now are the rests of uploads that ended with an earlier process.
    private static void sweep(Leftovers leftovers) {
        try {
            leftovers.sweep();
        } catch (IOException e) {
            LOG.warn("The rests of broken uploads could not be cleared away; the next start tries again", e);
        }
    }

    /// Everything that is served, page and API.
    List<Route> routes() {
        return routes;
    }

    @Override
    public RunFile runFile() {
        return runFile;
    }

    @Override
    public void awaitStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        foundation.events.publish(new Event.Stopping());
        web.drain(DRAIN);
        upkeep.close();
        foundation.database.write(tx -> {
            foundation.audit.append(tx, AuditEntry.system(AuditKind.SERVER_STOP));
            foundation.audit.checkpoint(tx);
            return tx;
        });
        foundation.close();
        stop.ask();
    }
}
