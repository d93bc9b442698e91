// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Handler;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

/// Asks the page's handlers directly, without a door.
final class Visit {
    private final PageRoutes page;
    private final Map<String, String> headers;

    Visit(PageRoutes page) {
        this(page, Map.of());
    }

    private Visit(PageRoutes page, Map<String, String> headers) {
        this.page = page;
        this.headers = headers;
    }

    /// The same page seen by somebody who sends that header.
    Visit with(String header, String value) {
        return new Visit(page, Map.of(header, value));
    }

    /// @param route a route's path as it was declared
    Answer.Whole get(String route) {
        return ask(handler(route), Map.of());
    }

    /// @param url below `/assets/`
    Answer.Whole asset(String url) {
        String[] parts = url.split("/", 5);
        return ask(
                handler("/assets/{name}/{version}/{rest...}"),
                Map.of("name", parts[2], "version", parts[3], "rest", parts[4]));
    }

    Answer.Whole signedOut() {
        return ask(page.signedOutNavigation(), Map.of());
    }

    private Handler handler(String path) {
        return page.routes().stream()
                .filter(route -> route.path().equals(path))
                .map(Route::handler)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + path));
    }

    private Answer.Whole ask(Handler handler, Map<String, String> segments) {
        // Only segments and headers are asked of a request here; anything else is an error of the handler.
        var request = (Request) Proxy.newProxyInstance(
                Visit.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, method, args) -> {
                    String name = (String) args[0];
                    return switch (method.getName()) {
                        case "segment" -> segments.get(name);
                        case "header" -> Optional.ofNullable(headers.get(name));
                        default -> throw new AssertionError("asked for " + method.getName());
                    };
                });
        try {
            return (Answer.Whole) handler.handle(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
