// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.util.function.Consumer;

/// Tells that something on the server has changed, so that a screen asks for it again. Events of one name that come
/// faster than they are handled are told as one. Thread-safe.
public interface AdminEvents {
    String SESSIONS_CHANGED = "sessions_changed";
    String USERS_CHANGED = "users_changed";
    String ROLES_CHANGED = "roles_changed";
    String REQUESTS_CHANGED = "requests_changed";
    String APPROVALS_CHANGED = "approvals_changed";
    String BLOCKS_CHANGED = "blocks_changed";
    String API_KEYS_CHANGED = "api_keys_changed";
    String SPACES_CHANGED = "spaces_changed";
    String NETWORK_CHANGED = "network_changed";
    String PAIRINGS_CHANGED = "pairings_changed";
    String LOCKDOWN_CHANGED = "lockdown_changed";
    String AUDIT_APPENDED = "audit_appended";
    String TRANSFERS_CHANGED = "transfers_changed";
    String STOPPING = "stopping";

    /// @param onFxThread gets the name of what has happened, on the FX thread; after the connection was lost and found
    ///                   again, all the names that tell of a change, since some may have been missed
    /// @return ends it: nothing is told after
    Runnable watch(Consumer<String> onFxThread);
}
