// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.Accounts;
import app.homekeep.server.account.Credential;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.signin.HalfLogin.Stage;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The last step of signing in on a new device: the owner's yes. Thread-safe.
public final class ThirdStep {
    /// Shorter than what proxies and browsers wait for an answer.
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Database database;
    private final Accounts accounts;
    private final HalfLogins halfLogins;
    private final DeviceApproval approval;
    private final Admission admission;

    ThirdStep(
            Database database, Accounts accounts, HalfLogins halfLogins, DeviceApproval approval, Admission admission) {
        this.database = database;
        this.accounts = accounts;
        this.halfLogins = halfLogins;
        this.approval = approval;
        this.admission = admission;
    }

    /// Waits for the owner, for a while.
    ///
    /// @return where the sign-in stands, refusals among it: 401 `ticket_expired`, 403 `approval_denied` or
    ///         `user_blocked`
    public Step await(String ticket, String address) {
        Optional<HalfLogin> half = halfLogins.find(ticket, Stage.APPROVAL);
        if (half.isEmpty()) {
            return new Step.Not(SecondStep.expired());
        }
        HalfLogin.Question question = half.get().question().orElseThrow();
        return switch (approval.await(question.id(), PATIENCE)) {
            case WAITING ->
                new Step.AwaitingApproval(question.number(), ticket, half.get().expiresAt(), List.of());
            case EXPIRED -> new Step.Not(SecondStep.expired());
            case ALLOWED -> database.write(tx -> allowed(tx, ticket, address));
            case DENIED -> database.write(tx -> denied(tx, ticket));
        };
    }

    private Step allowed(Transaction tx, String ticket, String address) {
        Optional<HalfLogin> half = halfLogins.find(tx, ticket);
        if (half.isEmpty() || !halfLogins.take(tx, ticket)) {
            return new Step.Not(SecondStep.expired());
        }
        Optional<Account> account =
                accounts.credential(tx, half.get().accountId()).map(Credential::account);
        HalfLogin.Question question = half.get().question().orElseThrow();
        if (account.isEmpty() || !approval.take(tx, question.id())) {
            return new Step.Not(SecondStep.expired());
        }
        return admission
                .barred(tx, account.get(), address)
                .orElseGet(() -> admission.enter(tx, account.get(), half.get().pass(), address, List.of()));
    }

    private Step denied(Transaction tx, String ticket) {
        halfLogins.take(tx, ticket);
        return new Step.Not(new Refused(ProblemCode.APPROVAL_DENIED, "The owner said no to this device."));
    }
}
