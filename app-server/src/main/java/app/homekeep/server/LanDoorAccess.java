// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.lockdown.LanAccess;

/// The LAN door, as a lockdown wants it.
record LanDoorAccess(Network network) implements LanAccess {
    @Override
    public boolean open() {
        return network.state().isOpen();
    }

    @Override
    public void review() {
        if (network.switches().get().lockedDown()) {
            network.shutNow();
        }
        var _ = network.evaluate();
    }
}
