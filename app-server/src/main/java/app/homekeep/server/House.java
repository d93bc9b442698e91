// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.control.RunFile;
import app.homekeep.server.Upkeep.Chore;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditExport;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditQuery;
import app.homekeep.server.audit.AuditRoutes;
import app.homekeep.server.audit.AuditVerifier;
import app.homekeep.server.control.ControlRoutes;
import app.homekeep.server.control.LogLines;
import app.homekeep.server.control.Stop;
import app.homekeep.server.doctor.DoctorRoutes;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.event.EventRoutes;
import app.homekeep.server.http.HttpLimits;
import app.homekeep.server.http.Open;
import app.homekeep.server.http.Route;
import app.homekeep.server.http.Router;
import app.homekeep.server.http.WebConfig;
import app.homekeep.server.http.WebServer;
import app.homekeep.server.lockdown.LockdownRoutes;
import app.homekeep.server.network.Surroundings;
import app.homekeep.server.platform.KeepAwake;
import app.homekeep.server.platform.Sleep;
import app.homekeep.server.process.Program;
import app.homekeep.server.process.RunFiles;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.process.StartRefused;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.SettingsRoutes;
import app.homekeep.server.system.HealthCheck;
import app.homekeep.server.system.OpenApiRoute;
import app.homekeep.server.system.SystemRoutes;
import app.homekeep.server.tls.CertificateChanges;
import app.homekeep.server.tls.CertificateRoutes;
import app.homekeep.server.tls.DoorCertificates;
import app.homekeep.server.web.PageRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A server that runs: the foundation, the features on it, and the doors in front, from [#open] to [#close].
final class House implements Program.Running {
    private static final Logger LOG = LoggerFactory.getLogger(House.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Duration AWAKE = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final List<Route> routes;
    private final WebServer web;
    private final Upkeep upkeep;
    private final KeepAwake awake;
    private final Stop stop;
    private final Network network;
    private final Supplier<RunFile> runFile;
    private final AtomicBoolean closed = new AtomicBoolean();

    private House(
            Foundation foundation,
            List<Route> routes,
            WebServer web,
            Upkeep upkeep,
            KeepAwake awake,
            Stop stop,
            Network network,
            Supplier<RunFile> runFile) {
        this.foundation = foundation;
        this.routes = routes;
        this.web = web;
        this.upkeep = upkeep;
        this.awake = awake;
        this.stop = stop;
        this.network = network;
        this.runFile = runFile;
    }

    /// @throws StartRefused when it can't be
    static House open(ServeOptions options, Clock clock, SecureRandom random, Surroundings surroundings) {
        // The page is read, hashed and compressed while the database is opened.
        CompletableFuture<PageRoutes> page = CompletableFuture.supplyAsync(PageRoutes::new);
        Foundation foundation = Foundation.open(options.data(), Optional.empty(), clock, random);
        try {
            return build(foundation, options, surroundings, page);
        } catch (RuntimeException e) {
            foundation.close();
            throw e;
        }
    }

    private static House build(
            Foundation f,
            ServeOptions options,
            Surroundings surroundings,
            CompletableFuture<PageRoutes> pageBeingRead) {
        if (f.accounts.owner().isEmpty()) {
            throw new StartRefused(
                    "not_initialised", "There is no owner yet: make one with homekeep init, or with the panel.");
        }
        var stop = new Stop();
        var open = new Open(() -> f.events.publish(new Event.TransfersChanged()));
        var entrance = new Entrance(f, open);
        var network = new Network(options, f, surroundings, entrance.lockdowns()::locked);

        var belongings = new Belongings(f, entrance, options.data());
        PageRoutes page = pageBeingRead.join();
        var status = new StatusReport(f, options.data(), entrance.sessions().list(), open, network, stop);

        var certificates =
                new CertificateChanges(network::certificates, f.database, f.audit, network::renewCertificate);
        var newcomers = new Newcomers(f, status, network);

        List<Route> routes = Stream.of(
                        entrance.routes(status),
                        People.routes(f, entrance, belongings.spaces(), status),
                        belongings.routes(),
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
                        new ControlRoutes(
                                        status::status,
                                        open,
                                        stop,
                                        DRAIN,
                                        new LogLines(options.data().resolve("logs/homekeep.log")))
                                .routes(),
                        network.routes(),
                        new CertificateRoutes(certificates).routes(),
                        new LockdownRoutes(entrance.lockdowns(), new LanDoorAccess(network)).routes(),
                        new DoctorRoutes(HouseDoctor.of(f, options.data(), network, status::localPort)).routes(),
                        newcomers.routes(),
                        page.routes())
                .flatMap(List::stream)
                .toList();

        belongings.tidy();
        entrance.lockdowns().resume();
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
                SettingProxies.rules(f.settings, entrance.lockdowns()::locked),
                f.ids::next,
                HttpLimits.standard()));
        status.opened(web);

        f.database.write(tx -> {
            f.audit.append(tx, AuditEntry.system(AuditKind.SERVER_START));
            return tx;
        });
        var awake = new KeepAwake(
                Sleep.ofThisSystem(), () -> open.transfers() > 0 && f.settings.get(KnownSettings.KEEP_AWAKE));
        List<Chore> chores = new ArrayList<>(entrance.chores());
        chores.add(Chore.every(AWAKE, "staying awake", awake::look));
        chores.add(Chore.daily(
                "the door's certificate", () -> network.certificates().ifPresent(DoorCertificates::watch)));
        Upkeep upkeep = Upkeep.start(chores);
        belongings.prepare();
        Instant startedAt = f.clock.instant();
        Supplier<RunFile> runFile = () -> network.runFile(web.ports(), control, startedAt);
        network.keep(() -> tell(options.data(), runFile.get()));
        return new House(f, routes, web, upkeep, awake, stop, network, runFile);
    }

    private static void tell(Path data, RunFile runFile) {
        try {
            RunFiles.replace(data, runFile);
        } catch (IOException e) {
            LOG.warn("The run file could not be written; the panel asks the server itself", e);
        }
    }

    /// Everything that is served, page and API.
    List<Route> routes() {
        return routes;
    }

    @Override
    public RunFile runFile() {
        return runFile.get();
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
        network.stop();
        web.drain(DRAIN);
        upkeep.close();
        awake.close();
        foundation.database.write(tx -> {
            foundation.audit.append(tx, AuditEntry.system(AuditKind.SERVER_STOP));
            foundation.audit.checkpoint(tx);
            return tx;
        });
        foundation.close();
        network.withdrawn();
        stop.ask();
    }
}
