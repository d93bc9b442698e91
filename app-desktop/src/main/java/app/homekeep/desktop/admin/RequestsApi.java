// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.account.Acceptance;
import app.homekeep.model.account.RegistrationRequest;
import app.homekeep.model.account.ResetRequest;
import java.util.List;

/// What people ask the owner for. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface RequestsApi {
    /// Those who would like an account.
    List<RegistrationRequest> registrations();

    void accept(String id, Acceptance acceptance);

    void decline(String id);

    /// Those who forgot their password.
    List<ResetRequest> forgotten();

    /// Takes it off the list; the password stays.
    void dismiss(String id);
}
