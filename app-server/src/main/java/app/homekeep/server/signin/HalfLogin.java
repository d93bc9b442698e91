// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.signin;

import app.homekeep.server.session.Device;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A sign-in that has shown a password and not all that is asked for.
///
/// @param pass     what was shown so far
/// @param question what the owner was asked; of the stage [Stage#APPROVAL] alone
record HalfLogin(Stage stage, String accountId, Pass pass, Optional<Question> question, Instant expiresAt) {
    /// What it waits for.
    enum Stage {
        SECOND_FACTOR,
        ENROLMENT,
        APPROVAL;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stage of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /// @param number what the device shows and the panel asks about
    record Question(String id, String number) {}

    /// What a sign-in carries from step to step.
    ///
    /// @param deviceId the known device it is done on
    /// @param amr      what was shown so far, in the words of RFC 8176
    record Pass(Device device, boolean remember, Optional<String> deviceId, List<String> amr) {
        Pass {
            amr = List.copyOf(amr);
        }

        /// The same with a code shown as well.
        Pass withCode() {
            return new Pass(device, remember, deviceId, List.of("pwd", "otp"));
        }
    }
}
