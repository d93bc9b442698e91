// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.Routes;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.SetCookie;
import app.homekeep.server.session.Tokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The two cookies of a session, by the names of the door: `__Host-` and `__Secure-` over HTTPS, plain ones on the
/// local door, where browsers take no secure ones.
final class SessionCookies {
    private static final String REFRESH_PATH = Routes.API + "/auth";

    private final Clock clock;

    SessionCookies(Clock clock) {
        this.clock = clock;
    }

    /// Cookies that carry these tokens; they end with the browser where the person didn't ask to be remembered.
    List<SetCookie> carrying(Tokens tokens, Request request) {
        Optional<Duration> age = tokens.remembered()
                ? Optional.of(Duration.between(clock.instant(), tokens.sessionExpiresAt()))
                : Optional.empty();
        return List.of(access(request, tokens.access(), age), refresh(request, tokens.refresh(), age));
    }

    /// Cookies that clear both.
    List<SetCookie> clearing(Request request) {
        Optional<Duration> gone = Optional.of(Duration.ZERO);
        return List.of(access(request, "", gone), refresh(request, "", gone));
    }

    Optional<String> refreshToken(Request request) {
        return request.cookie(refreshName(request));
    }

    private static SetCookie access(Request request, String value, Optional<Duration> age) {
        String name = request.secure() ? "__Host-homekeep" : "homekeep";
        return new SetCookie(name, value, "/", request.secure(), SetCookie.SameSite.LAX, age);
    }

    private static SetCookie refresh(Request request, String value, Optional<Duration> age) {
        return new SetCookie(
                refreshName(request), value, REFRESH_PATH, request.secure(), SetCookie.SameSite.STRICT, age);
    }

    private static String refreshName(Request request) {
        return request.secure() ? "__Secure-homekeep_refresh" : "homekeep_refresh";
    }
}
