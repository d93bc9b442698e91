// SPDX-License-Identifier: Apache-2.0
package app.homekeep.model.signin;

import app.homekeep.model.account.User;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What comes of signing in, or of a step on the way.
///
/// @param status        `signed_in`, `second_factor` or `awaiting_approval`
/// @param user          who is in; only with `signed_in`
/// @param methods       what can be shown next: `totp`, `recovery_code`, or `enrolment` where a second factor must be
///                      set up first; only with `second_factor`
/// @param ticket        what the next step is done with; never with `signed_in`
/// @param number        what the device shows and the panel asks about; only with `awaiting_approval`
/// @param expiresAt     when the ticket stops being good
/// @param recoveryCodes shown once, where a second factor was set up on the way
@Json(naming = Json.Naming.LowerUnderscore)
public record SignInAnswer(
        String status,
        @Nullable User user,
        @Nullable List<String> methods,
        @Nullable String ticket,
        @Nullable String number,
        @Nullable Instant expiresAt,
        @Nullable List<String> recoveryCodes) {
    public static final String SIGNED_IN = "signed_in";
    public static final String SECOND_FACTOR = "second_factor";
    public static final String AWAITING_APPROVAL = "awaiting_approval";

    /// The cookies are set, the person is in.
    public static SignInAnswer signedIn(User user) {
        return new SignInAnswer(SIGNED_IN, user, null, null, null, null, null);
    }

    /// The cookies are set, the person is in, and has set up a second factor on the way.
    public static SignInAnswer signedIn(User user, List<String> recoveryCodes) {
        return new SignInAnswer(SIGNED_IN, user, null, null, null, null, List.copyOf(recoveryCodes));
    }

    public static SignInAnswer secondFactor(List<String> methods, String ticket, Instant expiresAt) {
        return new SignInAnswer(SECOND_FACTOR, null, List.copyOf(methods), ticket, null, expiresAt, null);
    }

    public static SignInAnswer awaitingApproval(String number, String ticket, Instant expiresAt) {
        return new SignInAnswer(AWAITING_APPROVAL, null, null, ticket, number, expiresAt, null);
    }

    /// Without ticket and codes, so that they never get into a log.
    @Override
    public String toString() {
        return "SignInAnswer[" + status + "]";
    }
}
