// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.doctor;

import app.homekeep.model.control.Finding;
import java.util.List;

/// A look at one part of the home.
@FunctionalInterface
public interface Look {
    List<Finding> look();
}
