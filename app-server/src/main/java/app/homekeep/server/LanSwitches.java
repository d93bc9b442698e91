// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.network.Switches;
import app.homekeep.server.process.ServeOptions;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.NetworkSettings;
import app.homekeep.server.settings.Setting;
import app.homekeep.server.settings.Settings;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// What the owner wants of the LAN door: the command line is stronger than the settings.
record LanSwitches(ServeOptions options, Settings settings, BooleanSupplier lockedDown) implements Supplier<Switches> {
    @Override
    public Switches get() {
        return new Switches(
                options.noLan(),
                lockedDown.getAsBoolean(),
                settings.get(NetworkSettings.LAN_DOOR_OPEN),
                port(options.lanPort(), NetworkSettings.LAN_PORT),
                port(options.welcomePort(), NetworkSettings.WELCOME_PORT),
                settings.get(NetworkSettings.ANNOUNCE_NAME),
                settings.get(KnownSettings.SERVER_NAME));
    }

    int localPort() {
        return port(options.localPort(), NetworkSettings.LOCAL_PORT);
    }

    private int port(OptionalInt given, Setting<Long> setting) {
        return given.orElseGet(() -> settings.number(setting));
    }
}
