// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.apikey.ApiKey;
import app.homekeep.model.apikey.CreatedApiKey;
import app.homekeep.model.apikey.NewApiKey;
import java.util.List;

/// Everybody's API keys. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface ApiKeysApi {
    List<ApiKey> keys();

    /// Makes one that acts for the owner.
    ///
    /// @return with its secret, which is shown this once
    CreatedApiKey create(NewApiKey key);

    void revoke(String id);

    /// Revokes everybody's.
    void revokeAll();
}
