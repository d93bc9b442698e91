// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Handler;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import java.util.List;
import java.util.Map;

/// The web page over HTTP: the shell on every path the page knows, and what the shell names. Everything is read once
/// and answered from memory. Thread-safe.
public final class PageRoutes {
    private static final String ALWAYS_ASK = "no-cache";
    private static final String KEEP_FOR_EVER = "public, max-age=31536000, immutable";
    private static final String KEEP_FOR_A_DAY = "public, max-age=86400";

    private final Assets assets;
    private final Shell shell;
    private final Asset manifest;

    /// Reads the page from the class path.
    public PageRoutes() {
        this.assets = Assets.read();
        this.shell = new Shell(assets);
        this.manifest = Manifest.of(assets);
    }

    public List<Route> routes() {
        return List.of(
                page("/"),
                page("/sign-in"),
                page("/files"),
                page("/files/{space}"),
                page("/account"),
                page("/manage"),
                page("/manage/{part}"),
                page("/manage/{part}/{id}"),
                page("/invite"),
                page("/reset"),
                page("/forgot"),
                page("/register"),
                open("/assets/{name}/{version}/{rest...}", this::asset),
                open("/manifest.webmanifest", request -> manifest.answer(request, KEEP_FOR_A_DAY, Map.of())),
                open("/favicon.ico", request -> icon(request, "icons/homekeep-32.png")),
                open("/apple-touch-icon.png", request -> icon(request, "icons/homekeep-180.png")));
    }

    /// For a navigation that needs a session and came without a valid access cookie: the shell, which refreshes the
    /// session and asks for the same address again, or leads to the sign-in page.
    public Handler signedOutNavigation() {
        return this::shell;
    }

    private Route page(String path) {
        return open(path, this::shell);
    }

    private static Route open(String path, Handler handler) {
        return Route.get(path, Access.anyone(), handler).instant();
    }

    private Answer shell(Request request) {
        return shell.document().answer(request, ALWAYS_ASK, shell.headers());
    }

    private Answer asset(Request request) {
        String path = request.segment("name") + "/" + request.segment("version") + "/" + request.segment("rest");
        return assets.at(path).orElseThrow(Refused::notFound).answer(request, KEEP_FOR_EVER, Map.of());
    }

    private Answer icon(Request request, String path) {
        return assets.own(path).answer(request, KEEP_FOR_A_DAY, Map.of());
    }
}
