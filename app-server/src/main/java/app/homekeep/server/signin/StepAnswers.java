// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.Wire;
import app.homekeep.model.account.User;
import app.homekeep.model.signin.SignInAnswer;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Tokens;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.List;

/// What a browser is told after a step of signing in, with the cookies that go with it.
final class StepAnswers {
    private static final JsonType<SignInAnswer> ANSWER = Wire.type(SignInAnswer.class);

    private final SessionCookies cookies;

    StepAnswers(SessionCookies cookies) {
        this.cookies = cookies;
    }

    /// @throws Refused where nobody comes in by this step
    Answer of(Step step, Request request) {
        return switch (step) {
            case Step.SignedIn(User user, Tokens tokens, String device, List<String> codes) ->
                Answer.ok(ANSWER, codes.isEmpty() ? SignInAnswer.signedIn(user) : SignInAnswer.signedIn(user, codes))
                        .cookies(cookies.carrying(tokens, request))
                        .cookies(List.of(cookies.device(device, request)));
            case Step.SecondFactor(List<String> methods, String ticket, Instant expiresAt) ->
                Answer.ok(ANSWER, SignInAnswer.secondFactor(methods, ticket, expiresAt));
            case Step.AwaitingApproval(String number, String ticket, Instant expiresAt, List<String> codes) ->
                Answer.json(
                        202,
                        ANSWER,
                        new SignInAnswer(
                                SignInAnswer.AWAITING_APPROVAL,
                                null,
                                null,
                                ticket,
                                number,
                                expiresAt,
                                codes.isEmpty() ? null : codes));
            case Step.Not(Refused refusal) -> throw refusal;
        };
    }
}
