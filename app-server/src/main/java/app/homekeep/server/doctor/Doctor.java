// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Finding;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The doctor of a running server, whom the panel and the command line ask alike. Thread-safe.
public final class Doctor {
    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);

    private final List<Look> looks;

    /// @param looks in the order in which they are told
    public Doctor(List<Look> looks) {
        this.looks = List.copyOf(looks);
    }

    /// Looks at everything, which may take seconds: doors are really knocked at.
    public List<Finding> look() {
        return looks.stream().flatMap(each -> found(each).stream()).toList();
    }

    /// One that can't look keeps none of the others from it.
    private static List<Finding> found(Look look) {
        try {
            return look.look();
        } catch (RuntimeException e) {
            LOG.warn("One of the doctor's looks failed", e);
            return List.of();
        }
    }
}
