// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.device.KnownDevice;
import java.util.List;

/// Devices that are known to be somebody's. Every method blocks and throws [AdminProblem]. Thread-safe.
public interface DevicesApi {
    List<KnownDevice> devicesOf(String username);

    /// The device counts as new when it signs in the next time.
    void forget(String id);
}
