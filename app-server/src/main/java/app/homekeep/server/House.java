// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.RunFile;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditExport;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditQuery;
import app.homekeep.server.audit.AuditRoutes;
import app.homekeep.server.audit.AuditVerifier;
import app.homekeep.server.control.ControlRoutes;
import app.homekeep.server.control.LogLines;
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
import app.homekeep.server.process.Program;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.SettingsRoutes;
import app.homekeep.server.space.Entries;
import app.homekeep.server.space.SpaceRoutes;
import app.homekeep.server.system.HealthCheck;
import app.homekeep.server.system.OpenApiRoute;
import app.homekeep.server.system.SystemRoutes;
import app.homekeep.server.system.UtilityRoutes;
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

        var entrance = new Entrance(f, open);

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
        var status = new StatusReport(f, options.data(), entrance.sessions().list(), open, network, stop);

        var newcomers = new Newcomers(f, status, network);

        List<Route> routes = Stream.of(
                        entrance.routes(status),
                        People.routes(f, entrance, status),
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
                        newcomers.routes(),
                        page.routes())
                .flatMap(List::stream)
                .toList();

        sweep(new Leftovers(f.spaces, entries));
        f.departures.settle();
        var control = ControlToken.random(f.random);
        WebServer web = network.open(new WebConfig(
                network.ports(),
                new Router(routes),
                new Router(newcomers.welcome()),
                entrance.credentials(),
                entrance.rates(),
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
        Upkeep upkeep = Upkeep.start(entrance.chores());
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
