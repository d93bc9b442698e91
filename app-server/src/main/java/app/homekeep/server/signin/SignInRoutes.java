// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.Problem;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.signin.Me;
import app.homekeep.model.signin.SignInAnswer;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.session.Sessions;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// `/auth`: in, still in, out, and who am I.
public final class SignInRoutes {
    private static final JsonType<SignInRequest> REQUEST = Wire.type(SignInRequest.class);
    private static final JsonType<SignInAnswer> ANSWER = Wire.type(SignInAnswer.class);
    private static final JsonType<Me> ME = Wire.type(Me.class);

    private final SignIn signIn;
    private final Sessions sessions;
    private final SessionEnding ending;
    private final SessionCookies cookies;

    public SignInRoutes(SignIn signIn, Sessions sessions, SessionEnding ending, Clock clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.ending = ending;
        this.cookies = new SessionCookies(clock);
    }

    public List<Route> routes() {
        return List.of(
                Route.post(Routes.LOGIN, Access.anyone(), this::login),
                Route.post(Routes.REFRESH, Access.anyone(), this::refresh),
                Route.post(Routes.LOGOUT, Access.anyone(), this::logout),
                Route.get(Routes.ME, Access.known(), this::me).instant());
    }

    private Answer login(Request request) {
        SignIn.SignedIn signedIn =
                signIn.signIn(request.json(REQUEST), request.header("User-Agent"), request.address());
        return Answer.ok(ANSWER, SignInAnswer.signedIn(signedIn.account().user()))
                .cookies(cookies.carrying(signedIn.tokens(), request));
    }

    private Answer refresh(Request request) {
        try {
            String token = cookies.refreshToken(request).orElseThrow(SignInRoutes::notSignedIn);
            return Answer.nothing().cookies(cookies.carrying(sessions.renew(token, request.address()), request));
        } catch (Refused refused) {
            if (refused.code().status() != 401) {
                throw refused;
            }
            // Cookies that are good for nothing are taken from the browser with the refusal itself.
            Problem problem = new Problem(refused.sentence(), refused.code().wire(), request.id(), null);
            return Answer.json(401, Wire.problem(), problem).cookies(cookies.clearing(request));
        }
    }

    /// 204 also when nobody is signed in, and when only one of the two cookies is left.
    private Answer logout(Request request) {
        session(request)
                .ifPresent(id -> ending.revoke(
                        id, Optional.empty(), EndReason.LOGOUT, AuditEntry.of(AuditKind.USER_LOGOUT, request)));
        return Answer.nothing().cookies(cookies.clearing(request));
    }

    private Answer me(Request request) {
        return Answer.ok(
                ME,
                switch (request.person()) {
                    case Caller.SignedIn(var user, var may, var session, var until, var proof) ->
                        new Me(user, session, may, until, proof.until().orElse(null), null);
                    case Caller.ApiKey(var user, var may, var key) -> new Me(user, null, may, null, null, null);
                });
    }

    private Optional<String> session(Request request) {
        if (request.caller() instanceof Caller.SignedIn signedIn) {
            return Optional.of(signedIn.sessionId());
        }
        return cookies.refreshToken(request).flatMap(sessions::sessionOf);
    }

    private static Refused notSignedIn() {
        return new Refused(ProblemCode.NOT_SIGNED_IN, "Please sign in.");
    }
}
