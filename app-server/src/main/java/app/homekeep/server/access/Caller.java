// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.access;

import app.homekeep.model.Permission;
import app.homekeep.model.account.User;
import java.time.Instant;
import java.util.Set;

/// Who asks. Found once in the pipeline; handlers switch over it or ask for the kind they need.
public sealed interface Caller {
    /// The name for the audit log.
    String name();

    /// Whether this caller may do that.
    boolean may(Permission permission);

    /// Nobody we know. Only routes for anyone get such a caller.
    record Anonymous() implements Caller {
        @Override
        public String name() {
            return "-";
        }

        @Override
        public boolean may(Permission permission) {
            return false;
        }
    }

    /// A signed-in browser.
    ///
    /// @param user           the account, as it is now
    /// @param permissions    what it may do
    /// @param tokenExpiresAt when the access token it came with ends
    record SignedIn(User user, Set<Permission> permissions, String sessionId, Instant tokenExpiresAt)
            implements Caller {
        public SignedIn {
            permissions = Set.copyOf(permissions);
        }

        public String userId() {
            return user.id();
        }

        @Override
        public String name() {
            return user.username();
        }

        @Override
        public boolean may(Permission permission) {
            return permissions.contains(permission);
        }
    }

    /// The owner at the machine, through the panel or the command line: the control door's token.
    ///
    /// @param ownerName the owner's username, for the audit log
    record AtTheMachine(String ownerName) implements Caller {
        @Override
        public String name() {
            return ownerName;
        }

        @Override
        public boolean may(Permission permission) {
            return true;
        }
    }
}
