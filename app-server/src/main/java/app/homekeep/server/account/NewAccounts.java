// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.account;

import app.homekeep.model.Rules;
import app.homekeep.model.account.AccountState;
import app.homekeep.model.account.CreatedUser;
import app.homekeep.model.account.NewUser;
import app.homekeep.model.invite.CreatedInvite;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.password.PasswordHashes;
import app.homekeep.server.password.PasswordPolicy;
import app.homekeep.server.store.Database;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes accounts by hand. Thread-safe.
public final class NewAccounts {
    private final Database database;
    private final Accounts accounts;
    private final AccountRights rights;
    private final AccountInvites invites;
    private final PasswordHashes hashes;
    private final PasswordPolicy policy;

    public NewAccounts(
            Database database,
            Accounts accounts,
            AccountRights rights,
            AccountInvites invites,
            PasswordHashes hashes,
            PasswordPolicy policy) {
        this.database = database;
        this.accounts = accounts;
        this.rights = rights;
        this.invites = invites;
        this.hashes = hashes;
        this.policy = policy;
    }

    /// Makes an account with a password, or with an invite by which its holder chooses one; all or nothing.
    ///
    /// @throws app.homekeep.model.Invalid for a role that is none, or a bad password
    /// @throws app.homekeep.server.problem.Refused 403 for a role not theirs to give; 409 for a taken name
    public CreatedUser create(NewUser request, Actor actor) {
        return request.invite() ? invited(request, actor) : withPassword(request, actor);
    }

    private CreatedUser withPassword(NewUser request, Actor actor) {
        String password = Rules.password("password", request.password());
        String display = Objects.requireNonNullElse(request.displayName(), request.username());
        policy.check("password", password, List.of(request.username(), display));
        String hash = hashes.hash(password);
        Account account =
                accounts.draft(request.username(), request.displayName(), request.role(), AccountState.ACTIVE);
        return database.write(tx -> {
            rights.give(tx, actor, account.role());
            accounts.add(tx, account, hash, actor.note(AuditKind.USER_CREATE));
            return created(account, null);
        });
    }

    private CreatedUser invited(NewUser request, Actor actor) {
        Account account =
                accounts.draft(request.username(), request.displayName(), request.role(), AccountState.INVITED);
        return database.write(tx -> {
            rights.give(tx, actor, account.role());
            accounts.add(tx, account, Credential.NONE, actor.note(AuditKind.USER_CREATE));
            return created(account, invites.invite(tx, account, actor));
        });
    }

    /// As the API answers for an account that was just made.
    public static CreatedUser created(Account account, @Nullable CreatedInvite invite) {
        return new CreatedUser(
                account.id(), account.username(), account.displayName(), account.role(), account.state(), invite);
    }
}
