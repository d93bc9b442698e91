// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Invalid;
import app.homekeep.model.Permission;
import app.homekeep.model.space.SpaceMember;
import app.homekeep.server.store.Transaction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The members of shared spaces while they are changed. Thread-safe.
final class Memberships {
    private final SharedSpaceStore store = new SharedSpaceStore();
    private final Function<String, Optional<String>> accountOf;

    /// @param accountOf the id of the account of a username
    Memberships(Function<String, Optional<String>> accountOf) {
        this.accountOf = accountOf;
    }

    /// As they are kept, by the accounts' ids.
    ///
    /// @throws Invalid when one is no account, or named twice
    Map<String, Set<Permission>> byAccount(List<SpaceMember> members) {
        var all = new HashMap<String, Set<Permission>>();
        for (SpaceMember member : members) {
            String account = accountOf
                    .apply(member.user())
                    .orElseThrow(() -> new Invalid("members", "There is no account " + member.user() + "."));
            if (all.put(account, member.permissions()) != null) {
                throw new Invalid("members", member.user() + " is named twice.");
            }
        }
        return all;
    }

    /// Writes down who is a member from now on.
    void write(Transaction tx, Map<String, Set<Permission>> before, SharedSpace after) {
        before.keySet().stream()
                .filter(account -> after.rights(account).isEmpty())
                .forEach(account -> store.remove(tx.handle(), after.id(), account));
        after.members().forEach((account, rights) -> {
            if (!store.put(tx.handle(), after.id(), account, rights)) {
                throw new Invalid("members", "One of these accounts was just deleted.");
            }
        });
    }

    /// Those who may do less than before.
    static Set<String> lessened(SharedSpace before, SharedSpace after) {
        var lessened = new HashSet<String>();
        before.members().forEach((account, rights) -> {
            if (!after.rights(account).orElse(Set.of()).containsAll(rights)) {
                lessened.add(account);
            }
        });
        return lessened;
    }

    /// What is different about the members, each with a comma before it; for the audit log.
    String told(Transaction tx, Map<String, Set<Permission>> before, SharedSpace after) {
        var accounts = new HashSet<>(after.members().keySet());
        accounts.addAll(before.keySet());
        Map<String, String> names = store.usernames(tx.handle(), accounts);
        var facts = new StringBuilder();
        after.members().forEach((account, rights) -> {
            if (!rights.equals(before.get(account))) {
                facts.append(", ").append(names.getOrDefault(account, account)).append(" may ");
                facts.append(SharedSpaceStore.words(rights));
            }
        });
        before.keySet().stream()
                .filter(account -> after.rights(account).isEmpty())
                .forEach(account -> facts.append(", without ").append(names.getOrDefault(account, account)));
        return facts.toString();
    }
}
