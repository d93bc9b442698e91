// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.control.Finding;
import java.util.List;

/// Finds out what keeps devices from the server. Thread-safe.
@FunctionalInterface
public interface DoctorApi {
    /// Looks at everything. Blocks, for some seconds perhaps.
    ///
    /// @throws AdminProblem when it can't be asked
    List<Finding> findings();
}
