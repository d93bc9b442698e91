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

    /// Somebody with an account, or a script that acts for them.
    sealed interface Person extends Caller {
        /// The account, as it is now.
        User user();

        /// What this caller may do now.
        Set<Permission> permissions();

        /// What their open transfers and event streams are registered under, so that these can be cut.
        String openUnder();

        default String userId() {
            return user().id();
        }

        @Override
        default String name() {
            return user().username();
        }

        @Override
        default boolean may(Permission permission) {
            return permissions().contains(permission);
        }
    }

    /// A signed-in browser.
    ///
    /// @param tokenExpiresAt when the access token it came with ends
    /// @param proof          how lately the holder showed who they are
    record SignedIn(User user, Set<Permission> permissions, String sessionId, Instant tokenExpiresAt, Proof proof)
            implements Person {
        public SignedIn {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String openUnder() {
            return sessionId;
        }
    }

    /// A script with an API key.
    ///
    /// @param permissions those of the key that its owner has still
    record ApiKey(User user, Set<Permission> permissions, String keyId) implements Person {
        public ApiKey {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String openUnder() {
            return "hk_" + keyId;
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
