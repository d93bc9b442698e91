// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.Wire;
import app.homekeep.model.signin.SignInAnswer;
import app.homekeep.server.account.Account;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.SetCookie;
import app.homekeep.server.invite.FirstSignIn;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.Session;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.session.Tokens;
import app.homekeep.server.store.Database;
import io.avaje.jsonb.JsonType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Signs in who has just accepted an invite: they have chosen their password this very moment.
public final class InvitedSignIn implements FirstSignIn {
    private static final JsonType<SignInAnswer> ANSWER = Wire.type(SignInAnswer.class);

    private final Database database;
    private final Sessions sessions;
    private final AuditLog audit;
    private final SessionCookies cookies;

    public InvitedSignIn(Database database, Sessions sessions, AuditLog audit, Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.audit = audit;
        this.cookies = new SessionCookies(clock);
    }

    @Override
    public Answer admit(Request request, Account account, Optional<String> deviceName) {
        Device device = Device.of(deviceName, request.header("User-Agent"));
        Tokens tokens = database.write(tx -> {
            Session session =
                    sessions.begin(tx, account, device, request.address(), false, List.of("pwd"), Optional.empty());
            audit.append(
                    tx,
                    AuditEntry.by(
                                    AuditKind.USER_LOGIN,
                                    account.username(),
                                    request.address(),
                                    Optional.of(session.id()))
                            .detail(device.name() + ", " + device.browser()));
            return sessions.firstTokens(tx, session);
        });
        return Answer.ok(ANSWER, SignInAnswer.signedIn(account.user())).cookies(cookies.carrying(tokens, request));
    }

    /// The cookies that sign a browser out.
    public List<SetCookie> clearing(Request request) {
        return cookies.clearing(request);
    }
}
