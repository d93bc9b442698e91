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

/// The two cookies of a session and that of a known device, by the names of the door: `__Host-` and `__Secure-` over
/// HTTPS, plain ones on the local door, where browsers take no secure ones.
public final class SessionCookies {
    private static final String AUTH_PATH = Routes.API + "/auth";

    /// The longest that browsers keep one (RFC 6265bis).
    private static final Duration DEVICE_AGE = Duration.ofDays(400);

    private final Clock clock;

    public SessionCookies(Clock clock) {
        this.clock = clock;
    }

    /// Cookies that carry these tokens; they end with the browser where the person didn't ask to be remembered.
    public List<SetCookie> carrying(Tokens tokens, Request request) {
        Optional<Duration> age = tokens.remembered()
                ? Optional.of(Duration.between(clock.instant(), tokens.sessionExpiresAt()))
                : Optional.empty();
        return List.of(access(request, tokens.access(), age), refresh(request, tokens.refresh(), age));
    }

    /// The cookie by which the browser is known again, whoever is signed in to on it.
    SetCookie device(String value, Request request) {
        return strict(request, deviceName(request), value, Optional.of(DEVICE_AGE));
    }

    /// Cookies that clear both of a session; the device stays known.
    public List<SetCookie> clearing(Request request) {
        Optional<Duration> gone = Optional.of(Duration.ZERO);
        return List.of(access(request, "", gone), refresh(request, "", gone));
    }

    Optional<String> refreshToken(Request request) {
        return request.cookie(refreshName(request));
    }

    Optional<String> deviceToken(Request request) {
        return request.cookie(deviceName(request));
    }

    private static SetCookie access(Request request, String value, Optional<Duration> age) {
        String name = request.secure() ? "__Host-homekeep" : "homekeep";
        return new SetCookie(name, value, "/", request.secure(), SetCookie.SameSite.LAX, age);
    }

    private static SetCookie refresh(Request request, String value, Optional<Duration> age) {
        return strict(request, refreshName(request), value, age);
    }

    private static SetCookie strict(Request request, String name, String value, Optional<Duration> age) {
        return new SetCookie(name, value, AUTH_PATH, request.secure(), SetCookie.SameSite.STRICT, age);
    }

    private static String refreshName(Request request) {
        return request.secure() ? "__Secure-homekeep_refresh" : "homekeep_refresh";
    }

    private static String deviceName(Request request) {
        return request.secure() ? "__Secure-homekeep_device" : "homekeep_device";
    }
}
