// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.lockdown;

import app.homekeep.model.lockdown.Lockdown;
import java.time.Instant;

/// A lockdown as it is kept.
///
/// @param lanDoor  whether the LAN door was open before
/// @param finished whether everybody is out
record LockdownRow(Instant since, String by, int sessions, int apiKeys, boolean lanDoor, boolean finished) {
    Lockdown shown() {
        return new Lockdown(true, since, by, sessions, apiKeys, lanDoor);
    }
}
