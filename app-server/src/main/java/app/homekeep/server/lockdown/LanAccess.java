// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

/// The way in from the home network, as far as a lockdown has to do with it.
public interface LanAccess {
    /// Whether it is open now.
    boolean open();

    /// Looks again whether it may be open, and opens or closes it; closed, with everything cut, on return. May block.
    void review();
}
