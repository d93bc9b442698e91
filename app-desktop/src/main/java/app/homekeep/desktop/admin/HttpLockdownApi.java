// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.lockdown.Lockdown;
import io.avaje.jsonb.JsonType;

/// Lockdown over the control door. Thread-safe.
final class HttpLockdownApi implements LockdownApi {
    private static final JsonType<Lockdown> LOCKDOWN = Wire.type(Lockdown.class);

    private final ServerLine line;

    HttpLockdownApi(ServerLine line) {
        this.line = line;
    }

    @Override
    public Lockdown lockdown() {
        return line.get(Routes.LOCKDOWN, ControlDoor.SOON, LOCKDOWN);
    }

    @Override
    public Lockdown lock() {
        return line.post(Routes.LOCKDOWN, LOCKDOWN);
    }

    @Override
    public void reopen() {
        line.delete(Routes.LOCKDOWN);
    }
}
