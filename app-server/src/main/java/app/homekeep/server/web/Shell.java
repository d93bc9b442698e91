// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one HTML document of the page. It names every style sheet and module, so that a browser fetches them all at
/// once, and holds the import map, whose hash stands in the policy that goes with it.
final class Shell {
    private static final List<String> LIBRARY_CORE = List.of(
            "/assets/" + Library.LIT.path() + "index.js",
            "/assets/" + Library.REACTIVE_ELEMENT.path() + "reactive-element.js",
            "/assets/" + Library.REACTIVE_ELEMENT.path() + "css-tag.js",
            "/assets/" + Library.LIT_ELEMENT.path() + "lit-element.js",
            "/assets/" + Library.LIT_HTML.path() + "lit-html.js",
            "/assets/" + Library.LIT_HTML.path() + "is-server.js");

    /// What everybody needs at once; the other folders' modules are fetched by those who go there.
    private static final List<String> AT_ONCE =
            List.of("api/", "app/", "files/", "kit/", "session/", "signin/", "text/text.js", "uploads/");

    private final Asset document;
    private final Map<String, String> headers;

    Shell(Assets assets) {
        String importMap = importMap();
        String html = new String(assets.shell(), UTF_8)
                .replace("{{import-map}}", importMap)
                .replace("{{styles}}", styles(assets))
                .replace("{{modules}}", modules(assets))
                .replace("{{main}}", assets.url("app/main.js"))
                .replace("{{icons}}", assets.url("icons"));
        this.document = Asset.of("index.html", html.getBytes(UTF_8));
        this.headers = Map.of("Content-Security-Policy", policy(Digests.cspSource(importMap.getBytes(UTF_8))));
    }

    Asset document() {
        return document;
    }

    /// What must go with the document.
    Map<String, String> headers() {
        return headers;
    }

    private static String importMap() {
        return Library.all().stream()
                .map(library -> "\"%1$s\":\"/assets/%2$s%3$s\",\"%1$s/\":\"/assets/%2$s\""
                        .formatted(library.imports(), library.path(), library.main()))
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    /// What others build on comes first, then each feature's.
    private static String styles(Assets assets) {
        var sheets = new LinkedHashSet<>(List.of("style/tokens.css", "style/base.css", "kit/kit.css"));
        sheets.addAll(assets.ownEndingIn(".css"));
        return lines(sheets.stream().map(sheet -> "<link rel=\"stylesheet\" href=\"" + assets.url(sheet) + "\">"));
    }

    /// Texts are left out: a browser needs one language.
    private static String modules(Assets assets) {
        var urls = new ArrayList<>(LIBRARY_CORE);
        assets.ownEndingIn(".js").stream()
                .filter(path -> AT_ONCE.stream().anyMatch(path::startsWith))
                .map(assets::url)
                .forEach(urls::add);
        return lines(urls.stream().map(url -> "<link rel=\"modulepreload\" href=\"" + url + "\">"));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n    "));
    }

    /// Nothing from elsewhere, nothing inline but the import map, no HTML made from text (Trusted Types).
    private static String policy(String importMapSource) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' " + importMapSource,
                "style-src 'self'",
                "img-src 'self' blob: data:",
                "media-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html own-worker");
    }
}
