// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.network.KnownNetwork;
import java.util.List;

/// The networks this computer is or was on, and the door to the one at home. Every method blocks and throws
/// [AdminProblem]. Thread-safe.
public interface NetworksApi {
    List<KnownNetwork> networks();

    /// @param home whether the family lives on it
    void answer(String id, boolean home);

    /// It counts as never seen.
    void forget(String id);

    /// Tries to open the doors anew.
    void restartDoors();
}
