// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.system;

import io.avaje.jsonb.Json;

/// What a sign-in page must know before anybody signed in.
///
/// @param name         what the owner calls the server
/// @param apiVersion   `v1`
/// @param registration `closed` where nobody can make their own account
@Json(naming = Json.Naming.LowerUnderscore)
public record ServerInfo(
        String name, String apiVersion, String registration, PasswordPolicy passwordPolicy, UploadLimits uploadLimits) {

    /// @param minLength in code points
    /// @param maxLength in code points
    @Json(naming = Json.Naming.LowerUnderscore)
    public record PasswordPolicy(int minLength, int maxLength) {}

    /// @param maxFileBytes the largest file that may be uploaded
    @Json(naming = Json.Naming.LowerUnderscore)
    public record UploadLimits(long maxFileBytes) {}
}
