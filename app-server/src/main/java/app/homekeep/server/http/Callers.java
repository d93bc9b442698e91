// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.http;

import app.homekeep.server.access.Caller;
import java.util.Optional;

/// Finds out who is behind a credential. The pipeline asks; the session feature answers.
public interface Callers {
    /// From memory alone, on an I/O thread: empty when a look into the database is needed.
    ///
    /// @throws app.homekeep.server.problem.Refused 401 when memory is enough to refuse
    Optional<Caller> remembered(Credential credential, String address);

    /// With a look into the database, on a virtual thread.
    ///
    /// @throws app.homekeep.server.problem.Refused 401 with the code that says why
    Caller identify(Credential credential, String address);
}
