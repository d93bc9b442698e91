// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one request, filled step by step by the filters. Holds no exchange, so that whoever has it can't
/// touch the connection. Handed from thread to thread, never used by two at a time.
final class Incoming implements Request {
    private static final String BEARER = "Bearer ";

    private final DoorKind door;
    private final String id;
    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final HeaderMap headers;
    private final Forwarded from;
    private final long startedNanos = System.nanoTime();

    private String path = "";
    private String authority = "";
    private String host = "";
    private Map<String, String> cookies = Map.of();
    private Map<String, String> parameters = Map.of();
    private Map<String, String> segments = Map.of();
    private Caller caller = new Caller.Anonymous();
    private Optional<Refused> callerRefused = Optional.empty();
    private byte[] body = new byte[0];
    private @Nullable InputStream stream;

    Incoming(DoorKind door, String id, HttpServerExchange exchange, Proxies proxies) {
        this.door = door;
        this.id = id;
        this.method = exchange.getRequestMethod().toString();
        this.rawPath = exchange.isHostIncludedInRequestURI()
                ? withoutAuthority(exchange.getRequestURI())
                : exchange.getRequestURI();
        this.rawQuery = exchange.getQueryString();
        this.headers = exchange.getRequestHeaders();
        this.from = Forwarded.of(door, address(exchange), headers, proxies);
    }

    /// Of a connection that is closed already there is none.
    private static @Nullable InetAddress address(HttpServerExchange exchange) {
        InetSocketAddress peer = exchange.getSourceAddress();
        return peer == null ? null : peer.getAddress();
    }

    /// From `http://host/path` to `/path` (RFC 9112 section 3.2.2).
    private static String withoutAuthority(String uri) {
        int path = uri.indexOf('/', uri.indexOf("://") + 3);
        return path < 0 ? "/" : uri.substring(path);
    }

    void foundPath(String canonical) {
        path = canonical;
    }

    void foundHost(String authority, String name) {
        this.authority = authority;
        host = name;
    }

    void foundCookies(Map<String, String> all) {
        cookies = all;
    }

    void foundParameters(Map<String, String> all) {
        parameters = all;
    }

    void foundSegments(Map<String, String> all) {
        segments = all;
    }

    void foundCaller(Caller who, Optional<Refused> why) {
        caller = who;
        callerRefused = why;
    }

    void foundBody(byte[] whole) {
        body = whole;
    }

    void foundStream(InputStream arriving) {
        stream = arriving;
    }

    String rawPath() {
        return rawPath;
    }

    String rawQuery() {
        return rawQuery;
    }

    HeaderMap headers() {
        return headers;
    }

    long startedNanos() {
        return startedNanos;
    }

    /// The `Host` without its port; empty until the host is known to be ours.
    String host() {
        return host;
    }

    /// The same as it stands in a URL.
    String hostInUrl() {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /// Where the request came from.
    Forwarded from() {
        return from;
    }

    /// What this door takes as a sign-in: a bearer's key or token, else the access token of its own cookie, or of the
    /// cookie that goes with HTTPS where a trusted proxy speaks that. A header
    /// that is there is what counts: nobody falls back to a cookie.
    Optional<Credential> credential() {
        return switch (door) {
            case LAN, LOCAL -> credential(secure() ? "__Host-homekeep" : "homekeep");
            case CONTROL, WELCOME -> Optional.empty();
        };
    }

    private Optional<Credential> credential(String cookie) {
        return headers.contains(Headers.AUTHORIZATION)
                ? bearer().map(text -> new Credential(text, false))
                : cookie(cookie).map(text -> new Credential(text, true));
    }

    /// The value behind `Authorization: Bearer` (RFC 6750); empty where there is none, or more than one header.
    Optional<String> bearer() {
        HeaderValues values = headers.get(Headers.AUTHORIZATION);
        return values != null && values.size() == 1 && values.getFirst().startsWith(BEARER)
                ? Optional.of(values.getFirst().substring(BEARER.length()))
                : Optional.empty();
    }

    /// The 401 for a route that needs somebody.
    Refused whyNobody() {
        return callerRefused.orElseGet(() -> new Refused(ProblemCode.NOT_SIGNED_IN, "You are not signed in."));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String segment(String name) {
        String value = segments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route's path has no {" + name + "}");
        }
        return value;
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        HeaderValues values = headers.get(name);
        return values == null ? Optional.empty() : Optional.of(values.getFirst());
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Caller.SignedIn signedIn() {
        if (caller instanceof Caller.SignedIn known) {
            return known;
        }
        throw whyNobody();
    }

    @Override
    public Caller.Person person() {
        if (caller instanceof Caller.Person known) {
            return known;
        }
        throw whyNobody();
    }

    @Override
    public void demand(Access access) {
        AccessCheck.check(this, access);
    }

    @Override
    public DoorKind door() {
        return door;
    }

    @Override
    public boolean secure() {
        return from.secure();
    }

    @Override
    public String address() {
        return from.address().map(AddressText::of).orElse("-");
    }

    @Override
    public String origin() {
        // Browsers leave out the usual port.
        String usual = secure() ? ":443" : ":80";
        String shown =
                authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
        return (secure() ? "https://" : "http://") + shown;
    }

    @Override
    public <T> T json(JsonType<T> type) {
        return JsonBody.read(this, body, type);
    }

    @Override
    public Optional<Long> contentLength() {
        return header(Headers.CONTENT_LENGTH_STRING).map(Long::valueOf);
    }

    @Override
    public InputStream stream() {
        if (stream == null) {
            throw new IllegalStateException("not an upload route");
        }
        return stream;
    }
}
