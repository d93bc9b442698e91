// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The routers behind this computer's network interfaces: each system tells them in its own way.
interface Gateways {
    /// @return the routers by the name of the interface, the preferred one first
    /// @throws IOException when the system does not tell now
    Map<String, List<Gateway>> of(List<Adapter> adapters) throws IOException;

    /// Whether asking starts no program.
    boolean isQuick();

    /// Those of this system.
    static Gateways ofThisSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new WindowsGateways(SystemProgram.REAL, Neighbour::wake);
        }
        return system.contains("mac") ? new MacGateways(SystemProgram.REAL, Neighbour::wake) : new LinuxGateways();
    }
}
