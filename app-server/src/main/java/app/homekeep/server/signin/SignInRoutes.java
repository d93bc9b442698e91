// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.Problem;
import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.account.User;
import app.homekeep.model.secondfactor.TotpEnrolment;
import app.homekeep.model.signin.Me;
import app.homekeep.model.signin.SecondFactor;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.model.signin.StepUp;
import app.homekeep.model.signin.SteppedUp;
import app.homekeep.model.signin.Ticket;
import app.homekeep.server.access.Access;
import app.homekeep.server.access.Caller;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.Route;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.secondfactor.ShownCode;
import app.homekeep.server.secondfactor.TotpDuty;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.SessionEnding;
import app.homekeep.server.session.Sessions;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `/auth`: in, step by step, still in, out, and who am I.
public final class SignInRoutes {
    private static final JsonType<SignInRequest> REQUEST = Wire.type(SignInRequest.class);
    private static final JsonType<SecondFactor> SECOND_FACTOR = Wire.type(SecondFactor.class);
    private static final JsonType<Ticket> TICKET = Wire.type(Ticket.class);
    private static final JsonType<TotpEnrolment> ENROLMENT = Wire.type(TotpEnrolment.class);
    private static final JsonType<StepUp> STEP_UP = Wire.type(StepUp.class);
    private static final JsonType<SteppedUp> STEPPED_UP = Wire.type(SteppedUp.class);
    private static final JsonType<Me> ME = Wire.type(Me.class);

    private final SignInFeature signIn;
    private final Sessions sessions;
    private final SessionEnding ending;
    private final Accounts accounts;
    private final TotpDuty duty;
    private final SessionCookies cookies;
    private final StepAnswers answers;

    public SignInRoutes(
            SignInFeature signIn,
            Sessions sessions,
            SessionEnding ending,
            Accounts accounts,
            TotpDuty duty,
            SessionCookies cookies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.ending = ending;
        this.accounts = accounts;
        this.duty = duty;
        this.cookies = cookies;
        this.answers = new StepAnswers(cookies);
    }

    public List<Route> routes() {
        return List.of(
                Route.post(Routes.LOGIN, Access.anyone(), this::login),
                Route.post(Routes.SECOND_FACTOR, Access.anyone(), this::secondFactor),
                Route.post(Routes.LOGIN_ENROLMENT, Access.anyone(), this::enrol),
                Route.post(Routes.LOGIN_APPROVAL, Access.anyone(), this::approval),
                Route.post(Routes.STEP_UP, Access.signedIn(), this::stepUp),
                Route.post(Routes.REFRESH, Access.anyone(), this::refresh),
                Route.post(Routes.LOGOUT, Access.anyone(), this::logout),
                Route.get(Routes.ME, Access.known(), this::me).instant());
    }

    private Answer login(Request request) {
        return answers.of(signIn.signIn().signIn(request.json(REQUEST), Visit.of(request, cookies)), request);
    }

    private Answer secondFactor(Request request) {
        SecondFactor body = request.json(SECOND_FACTOR);
        ShownCode shown = ShownCode.of(body.totp(), body.recoveryCode()).orElseThrow();
        return answers.of(signIn.secondStep().show(body.ticket(), shown, request.address()), request);
    }

    private Answer enrol(Request request) {
        return Answer.ok(
                ENROLMENT, signIn.secondStep().enrol(request.json(TICKET).ticket()));
    }

    private Answer approval(Request request) {
        return answers.of(signIn.thirdStep().await(request.json(TICKET).ticket(), request.address()), request);
    }

    private Answer stepUp(Request request) {
        StepUp body = request.json(STEP_UP);
        return Answer.ok(STEPPED_UP, signIn.stepUps().stepUp(request.signedIn(), body, Visit.of(request, cookies)));
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
                        new Me(user, session, may, until, proof.until().orElse(null), totpDueAt(user));
                    case Caller.ApiKey(var user, var may, var key) -> new Me(user, null, may, null, null, null);
                });
    }

    /// From memory, where the pipeline has just found the account: this must not wait for the database.
    private @Nullable Instant totpDueAt(User user) {
        return accounts.remembered(user.id()).flatMap(duty::dueAt).orElse(null);
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
