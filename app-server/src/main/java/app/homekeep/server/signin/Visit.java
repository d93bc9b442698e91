// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.http.Request;
import java.util.Optional;

/// Where somebody shows who they are from.
///
/// @param userAgent    what the browser says of itself
/// @param deviceCookie what it kept from an earlier sign-in
public record Visit(String address, Optional<String> userAgent, Optional<String> deviceCookie) {
    /// The visit that a request belongs to.
    public static Visit of(Request request, SessionCookies cookies) {
        return new Visit(request.address(), request.header("User-Agent"), cookies.deviceToken(request));
    }

    /// Without the cookie, so that it never gets into a log.
    @Override
    public String toString() {
        return "Visit[" + address + "]";
    }
}
