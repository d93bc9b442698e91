// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.account.User;
import io.avaje.jsonb.Json;

/// What comes of signing in.
///
/// @param status `signed_in`
@Json(naming = Json.Naming.LowerUnderscore)
public record SignInAnswer(String status, User user) {
    /// The cookies are set, the person is in.
    public static SignInAnswer signedIn(User user) {
        return new SignInAnswer("signed_in", user);
    }
}
