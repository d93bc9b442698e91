// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.secondfactor.RecoveryCodes;
import app.homekeep.model.secondfactor.TotpCode;
import app.homekeep.model.secondfactor.TotpEnrolment;

/// The second factor of an account, set up and taken away at the panel. Every method blocks and throws [AdminProblem].
/// Thread-safe.
public interface SecondFactorApi {
    /// Begins; nothing changes before a code has confirmed it.
    TotpEnrolment enrol(String userId);

    /// @return the recovery codes, which are shown this once
    RecoveryCodes confirm(String userId, TotpCode code);

    /// Takes it away, without a code of it.
    void reset(String userId);
}
