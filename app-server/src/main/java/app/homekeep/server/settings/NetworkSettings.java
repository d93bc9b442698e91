// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import java.util.List;

/// Where the server is found, and by whom.
public final class NetworkSettings {
    public static final Setting<Boolean> LAN_DOOR_OPEN =
            Setting.onOff("lan_door_open", true, "Whether the home network may reach the server. At once.");
    public static final Setting<Long> LOCAL_PORT =
            port("local_port", 8080, "The port for browsers on this very machine. At the next start.");
    public static final Setting<Long> LAN_PORT =
            port("lan_port", 8443, "The port for browsers on the home network. At once.");
    public static final Setting<Long> WELCOME_PORT =
            port("welcome_port", 8081, "The port that sends browsers on to the LAN door. At once.");
    public static final Setting<Boolean> ANNOUNCE_NAME = Setting.onOff(
            "announce_name",
            true,
            "Whether the home network is told the server's name, so that it can be typed instead of an address. At once.");

    static final List<Setting<?>> ALL = List.of(LAN_DOOR_OPEN, LOCAL_PORT, LAN_PORT, WELCOME_PORT, ANNOUNCE_NAME);

    /// No two doors share one.
    static final List<Setting<Long>> PORTS = List.of(LOCAL_PORT, LAN_PORT, WELCOME_PORT);

    private NetworkSettings() {}

    private static Setting<Long> port(String name, int standard, String explanation) {
        return Setting.number(name, 0, 65_535, standard, explanation + " 0 takes a free one.");
    }
}
