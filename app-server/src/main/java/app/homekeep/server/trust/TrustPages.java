// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.DoorKind;
import app.homekeep.server.http.Request;
import app.homekeep.server.pairing.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts the trust page together for the device that asks. Everything in it that comes from elsewhere (the
/// server's name, addresses, a token) goes through the template, which escapes it; of what the request says,
/// nothing is repeated.
final class TrustPages {
    private final Supplier<String> serverName;
    private final Supplier<List<ServerStatus.Address>> reachable;

    TrustPages(Supplier<String> serverName, Supplier<List<ServerStatus.Address>> reachable) {
        this.serverName = serverName;
        this.reachable = reachable;
    }

    /// @param token what the links carry, so that the pairing goes on; empty where there is none
    Answer page(Request request, X509Certificate root, Optional<String> token) {
        Texts texts = Texts.of(request).naming(Names.of(root));
        Platform platform = Platform.of(request);
        Guide guide = Guide.of(platform, texts);
        Onwards onwards = Onwards.of(request, reachable.get());
        boolean lan = request.door() == DoorKind.LAN;
        List<String> pictured = pictured(request, onwards);
        var page = new TrustPage(
                texts.language(),
                texts.all(),
                serverName.get(),
                lan,
                lan && token.isPresent(),
                onwards.all().stream().map(origin -> link(origin, token)).toList(),
                pictured.stream().map(origin -> picture(origin, texts, token)).toList(),
                Arrays.stream(Platform.values())
                        .map(each -> choice(each, platform, texts, token))
                        .toList(),
                platform == Platform.MACOS && request.query("for").isEmpty(),
                address("/trust", Optional.of(Platform.IOS), token),
                Fingerprint.of(root).groups(),
                new TrustPage.Link(
                        address(file(platform), Optional.empty(), token), texts.get("file_" + platform.wire())),
                IntStream.range(0, guide.parts().size())
                        .mapToObj(part -> part(guide.parts().get(part), part == 0))
                        .toList(),
                guide.remove());
        return html(TrustPageRenderer.of().execute(page), pictured);
    }

    /// The owner has a certificate that devices trust already.
    Answer nothingToDo(Request request, X509Certificate certificate) {
        Texts texts = Texts.of(request);
        Onwards onwards = Onwards.of(request, reachable.get());
        List<TrustPage.Link> links = onwards.all().stream()
                .map(origin -> link(origin, Optional.empty()))
                .toList();
        var page = new NothingToDo(
                texts.language(),
                texts.all(),
                serverName.get(),
                links,
                Fingerprint.of(certificate).groups());
        return html(NothingToDoRenderer.of().execute(page), List.of());
    }

    /// At the LAN door only by what the page was not opened by: the other one could have been let past a
    /// warning.
    private static List<String> pictured(Request request, Onwards onwards) {
        boolean lan = request.door() == DoorKind.LAN;
        Form form = Form.of(request);
        return Stream.of(
                        onwards.address().filter(_ -> !lan || form == Form.NAME),
                        onwards.name().filter(_ -> !lan || form == Form.ADDRESS))
                .flatMap(Optional::stream)
                .filter(Onwards::nameable)
                .toList();
    }

    private static Answer html(String page, List<String> pictured) {
        String policy = "default-src 'none'; style-src 'self'; img-src 'self'"
                + pictured.stream().map(origin -> " " + origin).collect(Collectors.joining())
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return Answer.text(200, "text/html; charset=utf-8", page)
                .header("Content-Security-Policy", policy)
                .header("Cache-Control", "no-store")
                // A token in the address goes nowhere else.
                .header("Referrer-Policy", "no-referrer");
    }

    private static TrustPage.Link link(String origin, Optional<String> token) {
        String path = token.isPresent() ? address("/trust", Optional.empty(), token) : "/";
        return new TrustPage.Link(origin + path, origin.substring("https://".length()));
    }

    private static TrustPage.Picture picture(String origin, Texts texts, Optional<String> token) {
        boolean numbers = Character.isDigit(origin.charAt("https://".length()));
        return new TrustPage.Picture(
                origin + address("/trust/seen", Optional.empty(), token),
                texts.get(numbers ? "unseen_address" : "unseen_name"));
    }

    private static TrustPage.Choice choice(Platform each, Platform chosen, Texts texts, Optional<String> token) {
        return new TrustPage.Choice(
                address("/trust", Optional.of(each), token), texts.get("platform_" + each.wire()), each == chosen);
    }

    private static TrustPage.PartView part(Guide.Part part, boolean first) {
        List<TrustPage.StepView> steps = IntStream.range(0, part.steps().size())
                .mapToObj(at -> step(part.steps().get(at), at, first && at == 0))
                .toList();
        return new TrustPage.PartView(part.heading(), steps);
    }

    private static TrustPage.StepView step(Guide.Step step, int at, boolean first) {
        boolean typed = !step.commands().isEmpty();
        return new TrustPage.StepView(at + 1, step.text(), step.screen(), first, typed, step.commands());
    }

    private static String file(Platform platform) {
        return switch (platform) {
            case IOS -> "/trust/homekeep.mobileconfig";
            case ANDROID, WINDOWS, MACOS -> "/trust/homekeep.crt";
            case LINUX, FIREFOX -> "/trust/homekeep.pem";
        };
    }

    private static String address(String path, Optional<Platform> platform, Optional<String> token) {
        String query = Stream.of(
                        platform.map(each -> "for=" + each.wire()),
                        token.map(each -> "pair=" + URLEncoder.encode(each, StandardCharsets.UTF_8)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
