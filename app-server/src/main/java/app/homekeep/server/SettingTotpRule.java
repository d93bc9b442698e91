// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.server.secondfactor.TotpRule;
import app.homekeep.server.settings.KnownSettings;
import app.homekeep.server.settings.Settings;
import java.time.Duration;

/// Who must have a second factor, from the settings.
record SettingTotpRule(Settings settings) implements TotpRule {
    @Override
    public Whose whose() {
        return switch (settings.get(KnownSettings.REQUIRE_TOTP)) {
            case "managers" -> Whose.MANAGERS;
            case "everybody" -> Whose.EVERYBODYS;
            default -> Whose.NOBODYS;
        };
    }

    @Override
    public Duration grace() {
        return Duration.ofHours(settings.get(KnownSettings.TOTP_GRACE_HOURS));
    }
}
