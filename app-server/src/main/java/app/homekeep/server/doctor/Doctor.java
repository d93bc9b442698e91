// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Finding;
import java.util.List;

/// The doctor of a running server, whom the panel and the command line ask alike. Thread-safe.
public final class Doctor {
    private final List<Look> looks;

    /// @param looks in the order in which they are told
    public Doctor(List<Look> looks) {
        this.looks = List.copyOf(looks);
    }

    /// Looks at everything, which may take seconds: doors are really knocked at.
    public List<Finding> look() {
        return looks.stream().flatMap(each -> each.look().stream()).toList();
    }
}
