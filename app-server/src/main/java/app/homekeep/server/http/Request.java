// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import io.avaje.jsonb.JsonType;
import java.io.InputStream;
import java.util.Optional;

/// One request as a handler sees it: checked, with the caller known. Not thread-safe.
public interface Request {
    /// The id that the answer and the log carry.
    String id();

    String method();

    /// The one canonical path, decoded.
    String path();

    /// A `{name}` of the route's path.
    String segment(String name);

    /// A parameter of the query, decoded; empty when missing. Two of one name were refused before.
    Optional<String> query(String name);

    Optional<String> header(String name);

    /// A cookie by its full name. Two of one name were refused before.
    Optional<String> cookie(String name);

    Caller caller();

    /// The caller, known to be a signed-in browser.
    ///
    /// @throws app.homekeep.server.problem.Refused 401 when it isn't
    Caller.SignedIn signedIn();

    /// The caller, known to have an account or to act for one.
    ///
    /// @throws app.homekeep.server.problem.Refused 401 when it hasn't
    Caller.Person person();

    /// For a route whose query decides what it needs.
    ///
    /// @throws app.homekeep.server.problem.Refused 401 or 403 when the caller has no such access
    void demand(Access access);

    DoorKind door();

    /// Whether the browser speaks HTTPS, to us or to a trusted proxy in front.
    boolean secure();

    /// The client's address as text, an IPv6 zone left out.
    String address();

    /// The origin the browser sees, such as `https://homekeep-ab12cd.local:8443`.
    String origin();

    /// The body as JSON, strictly.
    ///
    /// @throws app.homekeep.server.problem.Refused 400 with what is wrong and where
    <T> T json(JsonType<T> type);

    /// The body's length where the client named it; empty for a chunked one.
    Optional<Long> contentLength();

    /// The body as it arrives; only on upload routes. Reading throws [app.homekeep.server.problem.Refused] when the
    /// client is too slow, and an `IOException` when it went away or its session was revoked.
    InputStream stream();
}
