// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Permission;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A shared space as it is kept.
///
/// @param folder  its absolute path, without a link when it was added
/// @param rootKey which folder that was; see [RootMark]
/// @param members what each of them may do in it, by the account's id
record SharedSpace(
        String id, String name, Path folder, Optional<String> rootKey, Map<String, Set<Permission>> members) {
    SharedSpace {
        members = Map.copyOf(members);
    }

    /// What an account may do in it; empty when it is no member.
    Optional<Set<Permission>> rights(String accountId) {
        return Optional.ofNullable(members.get(accountId));
    }
}
