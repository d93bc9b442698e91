// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.device.Approval;
import java.util.List;

/// New devices that wait for the owner's yes. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface ApprovalsApi {
    List<Approval> approvals();

    void allow(String id);

    void deny(String id);
}
