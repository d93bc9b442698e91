// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.access.Caller;
import app.homekeep.server.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds out who asks. The control door takes its token alone; the others an `Authorization: Bearer` with an API key or
/// an access token, or their own cookie. A header that is there is what counts: nobody falls back to a cookie. A
/// credential that is refused makes the request nobody's; what that means, the route's access decides.
final class CallerFilter {
    private static final Caller NOBODY = new Caller.Anonymous();

    private final Callers callers;
    private final byte[] controlToken;
    private final Supplier<String> ownerName;
    private final int mostCookies;

    CallerFilter(WebConfig config) {
        this.callers = config.callers();
        this.controlToken = config.controlToken().getBytes(StandardCharsets.UTF_8);
        this.ownerName = config.ownerName();
        this.mostCookies = config.limits().cookies();
    }

    /// @return whether memory was enough; otherwise [#identify] must be asked
    boolean remembered(Incoming request) {
        switch (request.door()) {
            case CONTROL -> request.foundCaller(atTheMachine(request), Optional.empty());
            case WELCOME -> request.foundCaller(NOBODY, Optional.empty());
            case LOCAL, LAN -> {
                request.foundCookies(Cookies.of(request.headers(), mostCookies));
                return fromCredential(request);
            }
        }
        return true;
    }

    /// Blocks on the database.
    void identify(Incoming request) {
        try {
            Caller caller = callers.identify(request.credential().orElseThrow(), request.address());
            request.foundCaller(caller, Optional.empty());
        } catch (Refused refused) {
            request.foundCaller(NOBODY, Optional.of(refused));
        }
    }

    private boolean fromCredential(Incoming request) {
        Optional<Credential> credential = request.credential();
        if (credential.isEmpty()) {
            request.foundCaller(NOBODY, Optional.empty());
            return true;
        }
        try {
            Optional<Caller> caller = callers.remembered(credential.get(), request.address());
            caller.ifPresent(known -> request.foundCaller(known, Optional.empty()));
            return caller.isPresent();
        } catch (Refused refused) {
            request.foundCaller(NOBODY, Optional.of(refused));
            return true;
        }
    }

    private Caller atTheMachine(Incoming request) {
        byte[] given = request.bearer().orElse("").getBytes(StandardCharsets.UTF_8);
        // Compares in constant time.
        if (!MessageDigest.isEqual(given, controlToken)) {
            throw new Refused(ProblemCode.NOT_SIGNED_IN, "The control door needs the token of the run file.");
        }
        return new Caller.AtTheMachine(ownerName.get());
    }
}
