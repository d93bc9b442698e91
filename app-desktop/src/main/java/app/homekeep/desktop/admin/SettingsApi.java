// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.util.Map;

/// What the owner may change about the server. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface SettingsApi {
    ServerSettings settings();

    /// Changes all that are named, or none.
    ///
    /// @param values by name, in the form of [ServerSettings#like]
    void change(Map<String, Object> values);
}
