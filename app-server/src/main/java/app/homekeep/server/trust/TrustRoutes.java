// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import app.homekeep.model.Routes;
import app.homekeep.model.control.ServerStatus;
import app.homekeep.server.access.Access;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Handler;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.pairing.Pairings;
import app.homekeep.server.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The trust page, the certificate in three forms, and the picture that says that all is well. Served at the
/// welcome door and at the LAN door, to anyone and without cookies. Nothing of it may be kept: what it says
/// depends on who asks.
public final class TrustRoutes {
    private static final String JAVASCRIPT = "text/javascript; charset=utf-8";

    private final Supplier<Anchor> anchor;
    private final Supplier<String> serverName;
    private final Pairings pairings;
    private final TrustPages pages;
    private final byte[] style = Bundle.style();
    private final byte[] icon = Bundle.icon();

    /// @param anchor what devices must trust now
    /// @param reachable how browsers reach the server now
    public TrustRoutes(
            Supplier<Anchor> anchor,
            Supplier<String> serverName,
            Supplier<List<ServerStatus.Address>> reachable,
            Pairings pairings) {
        this.anchor = anchor;
        this.serverName = serverName;
        this.pages = new TrustPages(serverName, reachable);
        this.pairings = pairings;
    }

    /// What the welcome door serves.
    public List<Route> welcome() {
        return List.of(
                open(Routes.TRUST, this::page),
                open(Routes.TRUST_CRT, this::crt),
                open(Routes.TRUST_PEM, this::pem),
                open(Routes.TRUST_PROFILE, this::profile),
                open(Routes.TRUST_STYLE, request -> whole("text/css; charset=utf-8", style)),
                open(Routes.TRUST_ICON, request -> whole("image/svg+xml", icon)));
    }

    /// What the other doors serve.
    public List<Route> routes() {
        return Stream.concat(
                        welcome().stream(),
                        Stream.of(
                                open(Routes.TRUST_SEEN, this::seen),
                                open(Routes.TRUST_WORKER, request -> whole(JAVASCRIPT, Bundle.worker()))))
                .toList();
    }

    private static Route open(String path, Handler handler) {
        return Route.get(path, Access.anyone(), handler);
    }

    private Answer page(Request request) {
        Optional<String> token = pairings.arrived(code(request), request);
        return switch (anchor.get()) {
            case Anchor.HomeCa(X509Certificate root) -> pages.page(request, root, token);
            case Anchor.Own(X509Certificate certificate) -> pages.nothingToDo(request, certificate);
            case Anchor.None() -> throw Refused.notFound();
        };
    }

    private Answer crt(Request request) {
        return file(request, "application/x-x509-ca-cert", "homekeep.crt", encoded(root()));
    }

    private Answer pem(Request request) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(root()));
        String text = "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        return file(request, "application/x-pem-file", "homekeep.pem", text.getBytes(StandardCharsets.US_ASCII));
    }

    private Answer profile(Request request) {
        Texts texts = Texts.of(request);
        var profile = MobileConfig.of(root(), serverName.get(), texts);
        byte[] xml = MobileConfigRenderer.of().execute(profile).getBytes(StandardCharsets.UTF_8);
        return file(request, "application/x-apple-aspen-config", "homekeep.mobileconfig", xml);
    }

    /// Over HTTPS, embedded by a page that came without.
    private Answer seen(Request request) {
        pairings.seen(code(request), request);
        String picture = SeenRenderer.of().execute(new Seen(Texts.of(request).get("seen")));
        return whole("image/svg+xml", picture.getBytes(StandardCharsets.UTF_8))
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private X509Certificate root() {
        if (anchor.get() instanceof Anchor.HomeCa(X509Certificate root)) {
            return root;
        }
        throw Refused.notFound();
    }

    private Answer file(Request request, String type, String name, byte[] bytes) {
        pairings.downloaded(code(request), request);
        return whole(type, bytes).header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    private static String code(Request request) {
        return request.query("pair").orElse("");
    }

    private static Answer.Whole whole(String type, byte[] bytes) {
        return new Answer.Whole(200, type, bytes, Map.of("Cache-Control", "no-store"), List.of());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }
}
