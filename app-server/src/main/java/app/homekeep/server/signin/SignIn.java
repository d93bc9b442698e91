// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.signin.SignInRequest;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.Session;
import app.homekeep.server.session.Sessions;
import app.homekeep.server.session.Tokens;
import app.homekeep.server.store.Database;
import java.util.List;
import java.util.Optional;

/// Lets people in who know their password. Thread-safe.
public final class SignIn {
    /// Somebody who is in.
    public record SignedIn(Account account, Tokens tokens) {}

    private final Database database;
    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final AuditLog audit;

    public SignIn(Database database, Accounts accounts, PasswordHashes hashes, Sessions sessions, AuditLog audit) {
        this.database = database;
        this.accounts = accounts;
        this.hashes = hashes;
        this.sessions = sessions;
        this.audit = audit;
    }

    /// One hash is computed, whether the name is known or not, so that neither answer nor time tells.
    ///
    /// @param userAgent what the browser says of itself
    /// @throws Refused 401 `bad_credentials`; 403 `user_blocked`, but only after the right password; 503 `busy`
    public SignedIn signIn(SignInRequest request, Optional<String> userAgent, String address) {
        Optional<Credential> credential = accounts.credential(request.username());
        if (!hashes.check(request.password(), credential.flatMap(Credential::phc))) {
            note(AuditEntry.by(AuditKind.LOGIN_FAILED, known(credential), address, Optional.empty())
                    .target(request.username())
                    .failed());
            throw new Refused(ProblemCode.BAD_CREDENTIALS, "That name and password don't go together.");
        }
        Account account = credential.orElseThrow().account();
        if (account.blocked()) {
            note(AuditEntry.by(AuditKind.LOGIN_FAILED, account.username(), address, Optional.empty())
                    .detail("the account is blocked")
                    .refused());
            throw new Refused(ProblemCode.USER_BLOCKED, "This account is blocked. Ask the owner.");
        }
        accounts.renewHash(credential.orElseThrow(), request.password());
        Device device = Device.of(Optional.ofNullable(request.deviceName()), userAgent);
        return begin(account, device, address, request.remember());
    }

    private SignedIn begin(Account account, Device device, String address, boolean remember) {
        return database.write(tx -> {
            Session session = sessions.begin(tx, account, device, address, remember, List.of("pwd"), Optional.empty());
            Tokens tokens = sessions.firstTokens(tx, session);
            audit.append(
                    tx,
                    AuditEntry.by(AuditKind.USER_LOGIN, account.username(), address, Optional.of(session.id()))
                            .detail(device.name() + ", " + device.browser()));
            return new SignedIn(account, tokens);
        });
    }

    private void note(AuditEntry entry) {
        database.write(tx -> {
            audit.append(tx, entry);
            return entry;
        });
    }

    private static String known(Optional<Credential> credential) {
        return credential.map(found -> found.account().username()).orElse("-");
    }
}
