// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.http.AddressRange;
import app.homekeep.server.http.DoorRules;
import app.homekeep.server.http.Proxies;
import app.homekeep.server.settings.DoorSettings;
import app.homekeep.server.settings.Settings;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The proxies that the settings name, as they are now.
final class SettingProxies implements Proxies {
    private final Supplier<List<AddressRange>> ranges;
    private final Supplier<Set<String>> names;

    SettingProxies(Settings settings) {
        ranges = settings.derived(DoorSettings.TRUSTED_PROXIES, SettingProxies::ranges);
        names = settings.derived(DoorSettings.PROXY_NAMES, Set::copyOf);
    }

    /// All that the settings say of the doors.
    ///
    /// @param lockedDown whether proxies bring nobody in
    static DoorRules rules(Settings settings, BooleanSupplier lockedDown) {
        return new DoorRules(
                () -> settings.get(DoorSettings.HSTS),
                new SettingProxies(settings),
                lockedDown,
                settings.derived(DoorSettings.CORS_ORIGINS, Set::copyOf));
    }

    private static List<AddressRange> ranges(List<String> written) {
        return written.stream()
                .map(AddressRange::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public boolean trusts(InetAddress peer) {
        return ranges.get().stream().anyMatch(range -> range.contains(peer));
    }

    @Override
    public boolean servesAs(String host) {
        return names.get().contains(host);
    }
}
