// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What one door does with each request, from the first byte of its path to its route's handler.
///
/// ```
///  I/O thread      Framing → PathGuard → HostGuard → Throttle → CrossOrigins → MethodGuard → caller ─┐
///  virtual thread                                        caller, from the database ◀─────┤ not remembered
///  I/O thread      route → CsrfGuard → Throttle → AccessCheck ◀──────────────────────────┘
///                     ├─ instant: handler
///                     ├─ virtual: body ─▶ handler on a virtual thread
///                     └─ upload:  handler on a worker thread, body as a stream
///                  Replies writes the answer
/// ```
///
/// A virtual thread never touches the exchange: Undertow's buffers are kept by thread, and a thread that lives for one
/// request would never give them back.
final class Pipeline implements HttpHandler {
    /// For a door that serves its routes and nothing else.
    static final Handler NOTHING_ELSE = request -> {
        throw Refused.notFound();
    };

    private final DoorKind door;
    private final Router router;
    private final Handler otherwise;
    private final List<Filter> guards;
    private final Throttle throttle;
    private final CallerFilter callers;
    private final MethodGuard methods = new MethodGuard();
    private final Proxies proxies;
    private final CrossOrigins origins;
    private final CsrfGuard csrf;
    private final Handler page;
    private final BodyReader bodies;
    private final Uploads uploads;
    private final Replies replies;
    private final Supplier<String> requestIds;
    private final int mostParameters;
    private final Executor virtualThreads;
    private final BooleanSupplier keptOut;
    private final BooleanSupplier stopping;

    /// @param otherwise answers on the I/O thread where there is no route
    Pipeline(DoorKind door, Router router, Handler otherwise, WebConfig config, Engine engine) {
        this.door = door;
        this.router = router;
        this.otherwise = otherwise;
        this.throttle = new Throttle(config.rates());
        this.proxies = config.rules().proxies();
        this.origins = new CrossOrigins(config.rules().origins());
        this.csrf = new CsrfGuard(origins);
        this.guards = List.of(new PathGuard(), new HostGuard(config.hosts(), proxies), throttle, new ZipGuard());
        this.callers = new CallerFilter(config);
        this.page = config.page();
        this.bodies = new BodyReader(config.limits(), engine.traffic());
        this.uploads = new Uploads(config.limits(), engine);
        this.replies = new Replies(config, engine, origins);
        this.requestIds = config.requestIds();
        this.mostParameters = config.limits().parameters();
        this.virtualThreads = engine.virtualThreads();
        this.keptOut = config.rules().keptOut();
        this.stopping = engine.stopping();
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        var request = new Incoming(door, requestIds.get(), exchange, proxies);
        var talk = new Talk(exchange, request);
        replies.begin(talk);
        guarded(talk, () -> {
            Framing.check(exchange);
            // The control door is how the end is watched, so it answers until the end.
            if (door != DoorKind.CONTROL && stopping.getAsBoolean()) {
                exchange.setPersistent(false);
                throw Refused.later(ProblemCode.STOPPING, "The server is going down.", Duration.ofSeconds(5));
            }
            guards.forEach(guard -> guard.check(request));
            // By the local door, which a lockdown leaves open to browsers on this computer.
            if (request.from().proxied() && keptOut.getAsBoolean()) {
                throw new Refused(ProblemCode.LOCKED, "The house is locked down.");
            }
            Optional<Answer.Whole> preflight = origins.preflight(request);
            if (preflight.isPresent()) {
                replies.send(talk, preflight.get());
                return;
            }
            methods.check(request);
            request.foundParameters(Query.of(request.rawQuery(), mostParameters));
            if (callers.remembered(request)) {
                proceed(talk);
            } else {
                exchange.dispatch(virtualThreads, () -> {
                    try {
                        callers.identify(request);
                        talk.onIoThread(again -> guarded(talk, () -> proceed(talk)));
                    } catch (Throwable failure) {
                        talk.onIoThread(again -> fail(talk, failure));
                    }
                });
            }
        });
    }

    /// With the caller known, on the I/O thread.
    private void proceed(Talk talk) throws Exception {
        Incoming request = talk.request();
        Router.Match match = router.match(request.method(), request.path());
        csrf.check(request, match);
        Runnable keep = throttle.spend(request, match);
        switch (match) {
            case Router.Match.Found(Route route, var segments) -> {
                request.foundSegments(segments);
                AccessCheck.check(request, route.access());
                run(talk, route, keep);
            }
            case Router.Match.WrongMethod(var allowed) -> throw new WrongMethod(allowed);
            case Router.Match.Nothing() -> replies.send(talk, otherwise.handle(request));
        }
    }

    /// @param keep what must be durable before the handler runs; only for routes that may block
    private void run(Talk talk, Route route, Runnable keep) throws IOException {
        Incoming request = talk.request();
        switch (route.work()) {
            case INSTANT ->
                replies.send(talk, replies.prepared(request, route.handler().handle(request)));
            case VIRTUAL ->
                bodies.read(
                        talk,
                        body -> {
                            request.foundBody(body);
                            onVirtualThread(talk, after(keep, route.handler()));
                        },
                        failure -> fail(talk, failure));
            case UPLOAD -> uploads.receive(talk, after(keep, route.handler()), replies, failure -> fail(talk, failure));
        }
    }

    private static Handler after(Runnable keep, Handler handler) {
        return request -> {
            keep.run();
            return handler.handle(request);
        };
    }

    private void onVirtualThread(Talk talk, Handler handler) {
        talk.exchange().dispatch(virtualThreads, () -> {
            try {
                Answer answer = replies.prepared(talk.request(), handler.handle(talk.request()));
                talk.onIoThread(again -> guarded(talk, () -> replies.send(talk, answer)));
            } catch (Throwable failure) {
                talk.onIoThread(again -> fail(talk, failure));
            }
        });
    }

    /// On the I/O thread, inside a handler.
    private void fail(Talk talk, Throwable failure) {
        if (navigating(talk.request())
                && failure instanceof Refused refused
                && refused.code().status() == 401) {
            onVirtualThread(talk, page);
        } else {
            replies.send(talk, replies.prepared(talk.request(), Problems.answer(failure, talk.request())));
        }
    }

    /// Whether a person opens a page, who then needs the page that signs them in, not a problem in JSON.
    private boolean navigating(Incoming request) {
        return (door == DoorKind.LOCAL || door == DoorKind.LAN)
                && request.method().equals("GET")
                && request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
                && request.header("Accept")
                        .filter(types -> types.contains("text/html"))
                        .isPresent();
    }

    private void guarded(Talk talk, Step step) {
        try {
            step.run();
        } catch (Throwable failure) {
            fail(talk, failure);
        }
    }

    /// A part of the way that may fail with anything.
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
