// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.secondfactor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody shows as their second factor.
public sealed interface ShownCode {
    /// Six digits of their app.
    record Totp(String digits) implements ShownCode {
        /// Without the code, so that it never gets into a log.
        @Override
        public String toString() {
            return "Totp";
        }
    }

    /// One of the codes for when the app is lost, as typed.
    record Recovery(String text) implements ShownCode {
        /// Without the code, so that it never gets into a log.
        @Override
        public String toString() {
            return "Recovery";
        }
    }

    /// What a request holds; empty where it holds neither.
    static Optional<ShownCode> of(@Nullable String totp, @Nullable String recoveryCode) {
        if (totp != null) {
            return Optional.of(new Totp(totp));
        }
        return Optional.ofNullable(recoveryCode).map(Recovery::new);
    }
}
