// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.session.Lifetimes;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.Settings;
import java.time.Duration;

/// How long sessions last, from the settings.
record SettingLifetimes(Settings settings) implements Lifetimes {
    @Override
    public Duration access() {
        return Duration.ofMinutes(settings.get(KnownSettings.ACCESS_MINUTES));
    }

    @Override
    public Duration session() {
        return Duration.ofHours(settings.get(KnownSettings.SESSION_TTL_HOURS));
    }

    @Override
    public Duration remembered() {
        return Duration.ofDays(settings.get(KnownSettings.REMEMBER_DAYS));
    }

    @Override
    public Duration idle() {
        return Duration.ofHours(settings.get(KnownSettings.IDLE_HOURS));
    }
}
