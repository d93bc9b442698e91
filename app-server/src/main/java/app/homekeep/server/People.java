// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.account.FilesFate;
import app.homekeep.server.account.Account;
import app.homekeep.server.account.AccountChanges;
import app.homekeep.server.account.AccountDeletion;
import app.homekeep.server.account.AccountEnding;
import app.homekeep.server.account.AccountFiles;
import app.homekeep.server.account.AccountRights;
import app.homekeep.server.account.AccountRoutes;
import app.homekeep.server.account.MyAccountRoutes;
import app.homekeep.server.account.NewAccounts;
import app.homekeep.server.audit.AuditQuery;
import app.homekeep.server.http.Route;
import app.homekeep.server.invite.Acceptances;
import app.homekeep.server.invite.InviteRoutes;
import app.homekeep.server.invite.InviteSpaces;
import app.homekeep.server.invite.Invites;
import app.homekeep.server.registration.RegistrationRoutes;
import app.homekeep.server.registration.Registrations;
import app.homekeep.server.role.RoleChanges;
import app.homekeep.server.role.RoleRoutes;
import app.homekeep.server.session.SessionFeature;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.signin.InvitedSignIn;
import app.homekeep.server.space.Departures;
import app.homekeep.server.space.SpaceChanges;
import app.homekeep.server.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Accounts, invites, registrations and roles put together.
final class People {
    private People() {}

    /// @param spaces whose memberships end with an account
    static List<Route> routes(Foundation f, Entrance entrance, SpaceChanges spaces, StatusReport status) {
        SessionFeature sessions = entrance.sessions();
        InvitedSignIn invited = entrance.invited();
        var rights = new AccountRights(f.roles);
        var inviteSpaces = new InviteSpaces(f.sharedSpaces);
        var invites = new Invites(
                f.database,
                f.accounts,
                rights,
                inviteSpaces,
                f.audit,
                f.events,
                status::linkOrigin,
                f.ids,
                f.random,
                f.clock);
        var acceptances = new Acceptances(
                f.database,
                inviteSpaces,
                f.accounts,
                f.hashes,
                f.policy,
                f.audit,
                f.events,
                () -> f.settings.get(KnownSettings.SERVER_NAME),
                f.clock);
        var registrations = new Registrations(
                f.database,
                f.accounts,
                rights,
                f.hashes,
                f.policy,
                f.audit,
                f.events,
                () -> f.settings.get(KnownSettings.REGISTRATION).equals("request"),
                f.ids,
                f.clock);
        var roles = new RoleChanges(
                f.database,
                f.roles,
                (tx, role) -> {
                    invites.roleEdited(tx, role);
                    sessions.ending().cutWhere(tx, account -> mayHave(f, account, role));
                },
                f.audit,
                f.events,
                f.ids,
                f.clock);

        var all = new ArrayList<>(entrance.endings());
        all.add(invites);
        all.add(membership(spaces));
        AccountEnding ending = AccountEnding.all(all);
        var making = new NewAccounts(f.database, f.accounts, rights, invites, f.hashes, f.policy);
        var changes = new AccountChanges(f.database, f.accounts, rights, ending, f.audit);
        var deletion = new AccountDeletion(f.database, f.accounts, rights, ending, files(f.departures), f.audit);
        return Stream.of(
                        new AccountRoutes(f.accounts, making, changes, deletion).routes(),
                        new MyAccountRoutes(
                                        f.accounts,
                                        changes,
                                        deletion,
                                        new AuditQuery(f.database, f.keyring),
                                        () -> FilesFate.valueOf(f.settings
                                                .get(KnownSettings.OWN_DELETION_FILES)
                                                .toUpperCase(Locale.ROOT)),
                                        invited::clearing)
                                .routes(),
                        new InviteRoutes(invites, acceptances, invited).routes(),
                        new RegistrationRoutes(registrations).routes(),
                        new RoleRoutes(roles).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// From memory alone; whoever it doesn't know may have it.
    private static boolean mayHave(Foundation f, String accountId, String role) {
        return f.accounts
                .remembered(accountId)
                .map(account -> account.role().equals(role))
                .orElse(true);
    }

    private static AccountEnding membership(SpaceChanges spaces) {
        return new AccountEnding() {
            @Override
            public void forget(Transaction tx, String accountId) {
                spaces.forget(tx, accountId);
            }
        };
    }

    private static AccountFiles files(Departures departures) {
        return new AccountFiles() {
            @Override
            public String leave(Transaction tx, Account account, FilesFate fate) {
                return departures.leave(tx, account.id(), account.username(), fate);
            }

            @Override
            public void settle() {
                departures.settle();
            }
        };
    }
}
