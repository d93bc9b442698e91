// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;
import io.avaje.jsonb.JsonType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A request as a handler sees it, made by hand.
public final class RequestFixture implements Request {
    private final Caller caller;
    private final Map<String, String> segments = new HashMap<>();
    private final Map<String, String> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private String method = "GET";
    private String address = "127.0.0.1";
    private InputStream body = InputStream.nullInputStream();
    private Optional<Long> length = Optional.empty();

    public RequestFixture(Caller caller) {
        this.caller = caller;
    }

    public RequestFixture withSegment(String name, String value) {
        segments.put(name, value);
        return this;
    }

    public RequestFixture withMethod(String name) {
        method = name;
        return this;
    }

    public RequestFixture from(String from) {
        address = from;
        return this;
    }

    public RequestFixture withQuery(String name, String value) {
        query.put(name, value);
        return this;
    }

    public RequestFixture withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /// A body whose length the client has named.
    public RequestFixture withBody(byte[] bytes) {
        body = new ByteArrayInputStream(bytes);
        length = Optional.of((long) bytes.length);
        return this;
    }

    public RequestFixture withBody(InputStream stream, Optional<Long> named) {
        body = stream;
        length = named;
        return this;
    }

    @Override
    public Caller.Person person() {
        return (Caller.Person) caller;
    }

    @Override
    public void demand(Access access) {
        throw new UnsupportedOperationException("no route of these tests decides by its query");
    }

    @Override
    public String id() {
        return "request-1";
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public String segment(String name) {
        return segments.getOrDefault(name, "");
    }

    @Override
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> cookie(String name) {
        return Optional.empty();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Caller.SignedIn signedIn() {
        if (caller instanceof Caller.SignedIn user) {
            return user;
        }
        throw Refused.notFound();
    }

    @Override
    public DoorKind door() {
        return DoorKind.LOCAL;
    }

    @Override
    public boolean secure() {
        return false;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String origin() {
        return "http://localhost:8080";
    }

    @Override
    public <T> T json(JsonType<T> type) {
        throw new UnsupportedOperationException("files have no JSON bodies");
    }

    @Override
    public Optional<Long> contentLength() {
        return length;
    }

    @Override
    public InputStream stream() {
        return body;
    }
}
