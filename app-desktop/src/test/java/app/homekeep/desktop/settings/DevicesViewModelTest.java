// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.kit.Badge;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.device.KnownDevice;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-03")
class DevicesViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final DevicesViewModel model = new DevicesViewModel(
            text, new Formats(text, house.clock), house.source, house.admin, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void everybodys_devices_are_there_those_seen_last_first() {
        assertThat(devices()).extracting(KnownDevice::user).contains("anna", "ben");
        assertThat(devices())
                .isSortedAccordingTo(
                        Comparator.comparing(KnownDevice::lastSeenAt).reversed());
    }

    @Test
    void a_device_says_since_when_it_trusts_or_that_it_is_warned() {
        assertThat(devices()).anySatisfy(device -> {
            assertThat(model.trust(device)).startsWith("Secure since ");
            assertThat(model.tone(device)).isEqualTo(Badge.Tone.GOOD);
        });
        assertThat(devices())
                .anySatisfy(device -> assertThat(model.trust(device)).startsWith("Warned or unknown"));
    }

    @Test
    void a_device_is_removed() {
        KnownDevice first = devices().getFirst();

        model.remove(first);

        assertThat(devices()).doesNotContain(first);
        assertThat(notices.allDone()).containsExactly(first.name() + " is forgotten");
    }

    private List<KnownDevice> devices() {
        return model.devices().get() instanceof Load.Ready<List<KnownDevice>>(List<KnownDevice> all) ? all : List.of();
    }
}
