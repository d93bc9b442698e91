// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.http.Answer;
import app.homekeep.server.http.Request;
import app.homekeep.server.http.SetCookie;
import app.homekeep.server.invite.FirstSignIn;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Device;
import app.homekeep.server.signin.HalfLogin.Pass;
import app.homekeep.server.store.Database;
import java.util.List;
import java.util.Optional;

/// Signs in who has just accepted an invite: they have chosen their password this very moment. What else the account
/// needs to be signed in to, it needs here too.
public final class InvitedSignIn implements FirstSignIn {
    private final Database database;
    private final Accounts accounts;
    private final Admission admission;
    private final SessionCookies cookies;
    private final StepAnswers answers;

    public InvitedSignIn(Database database, Accounts accounts, Admission admission, SessionCookies cookies) {
        this.database = database;
        this.accounts = accounts;
        this.admission = admission;
        this.cookies = cookies;
        this.answers = new StepAnswers(cookies);
    }

    @Override
    public Answer admit(Request request, Account account, Optional<String> deviceName) {
        Device device = Device.of(deviceName, request.header("User-Agent"));
        var pass = new Pass(device, false, Optional.empty(), List.of("pwd"));
        Step step = database.write(tx -> {
            Account now = accounts.credential(tx, account.id())
                    .orElseThrow(Refused::notFound)
                    .account();
            return admission
                    .barred(tx, now, request.address())
                    .orElseGet(() -> admission.withoutCode(tx, now, pass, request.address()));
        });
        return answers.of(step, request);
    }

    /// The cookies that sign a browser out.
    public List<SetCookie> clearing(Request request) {
        return cookies.clearing(request);
    }
}
