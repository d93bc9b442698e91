// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.device;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.model.device.KnownDevice;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.EndReason;
import app.homekeep.server.session.Session;
import app.homekeep.server.signin.KnownDevices.Noted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("FT-07")
class DevicesTest {
    private DeviceFixture fixture;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new DeviceFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_device_is_recognised_by_its_cookie_after_a_restart_too() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());

        assertThat(recognised(noted.cookie())).contains(noted.deviceId());
        fixture.reopen();
        assertThat(recognised(noted.cookie())).contains(noted.deviceId());
    }

    @Test
    void a_cookie_of_another_account_is_nothing() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());

        assertThat(fixture.devices.recognise(noted.cookie(), fixture.olga.id())).isEmpty();
    }

    @Test
    void a_cookie_goes_on_being_good_when_its_key_is_rotated_and_is_signed_anew_at_the_next_sign_in() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());

        fixture.guard.keyring.rotate(Purpose.DEVICE_COOKIE);
        Noted again = fixture.note(fixture.anna, recognised(noted.cookie()));

        assertThat(again.deviceId()).isEqualTo(noted.deviceId());
        assertThat(again.cookie()).isNotEqualTo(noted.cookie());
        assertThat(recognised(again.cookie())).contains(noted.deviceId());
    }

    @Test
    void no_single_character_of_a_cookie_can_be_changed() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());
        Set<String> good = new HashSet<>();
        // The last one of 256 bits in base64url has two bits that mean nothing.
        for (int i = 0; i < noted.cookie().length() - 1; i++) {
            char other = noted.cookie().charAt(i) == 'A' ? 'B' : 'A';
            String forged =
                    noted.cookie().substring(0, i) + other + noted.cookie().substring(i + 1);
            recognised(forged).ifPresent(id -> good.add(forged));
        }

        assertThat(good).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.b.!", "\u0000.\u0000.\u0000"})
    void what_is_no_cookie_of_ours_is_nothing(String cookie) {
        assertThat(recognised(cookie)).isEmpty();
    }

    @Test
    void a_cookie_without_its_signature_or_with_another_devices_is_nothing() {
        Noted one = fixture.note(fixture.anna, Optional.empty());
        Noted other = fixture.note(fixture.anna, Optional.empty());
        String[] parts = one.cookie().split("\\.");
        String[] others = other.cookie().split("\\.");

        assertThat(recognised(parts[0] + "." + parts[1] + ".")).isEmpty();
        assertThat(recognised(parts[0] + "." + parts[1] + "." + others[2])).isEmpty();
        assertThat(recognised("x".repeat(100_000))).isEmpty();
    }

    @Test
    void signing_in_again_on_it_notes_what_is_new() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());
        fixture.guard.clock.advance(Duration.ofDays(3));

        fixture.guard.database.write(tx -> fixture.devices.note(
                tx,
                fixture.anna.id(),
                Optional.of(noted.deviceId()),
                new Device("Anna's phone", "Safari 19"),
                "10.0.0.9"));

        assertThat(list()).singleElement().satisfies(device -> {
            assertThat(device.id()).isEqualTo(noted.deviceId());
            assertThat(device.name()).isEqualTo("Anna's phone");
            assertThat(device.browser()).isEqualTo("Safari 19");
            assertThat(device.address()).isEqualTo("10.0.0.9");
            assertThat(Duration.between(device.createdAt(), device.lastSeenAt()))
                    .isGreaterThan(Duration.ofDays(2));
        });
    }

    @Test
    void a_revoked_device_is_nothing_and_the_sessions_begun_on_it_end() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());
        Noted other = fixture.note(fixture.anna, Optional.empty());
        Session session = fixture.begin(fixture.anna, noted.deviceId());
        Session stays = fixture.begin(fixture.anna, other.deviceId());

        assertThat(revoke(noted.deviceId(), Optional.empty())).isTrue();

        assertThat(recognised(noted.cookie())).isEmpty();
        assertThat(recognised(other.cookie())).isPresent();
        assertThat(endReason(session)).isEqualTo("device");
        assertThat(endReason(stays)).isEqualTo("-");
        assertThat(fixture.audited(AuditKind.DEVICE_REVOKE)).isEqualTo(1);
        assertThat(revoke(noted.deviceId(), Optional.empty())).isFalse();
    }

    @Test
    void a_device_that_was_revoked_while_it_signed_in_is_a_new_one() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());
        revoke(noted.deviceId(), Optional.empty());

        Noted again = fixture.note(fixture.anna, Optional.of(noted.deviceId()));

        assertThat(again.deviceId()).isNotEqualTo(noted.deviceId());
    }

    @Test
    void another_users_device_can_not_be_revoked_as_ones_own() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());

        assertThat(revoke(noted.deviceId(), Optional.of(fixture.olga.id()))).isFalse();

        assertThat(recognised(noted.cookie())).isPresent();
        assertThat(fixture.audited(AuditKind.DEVICE_REVOKE)).isZero();
    }

    @Test
    void the_device_a_session_was_begun_on_is_the_current_one() {
        Noted noted = fixture.note(fixture.anna, Optional.empty());
        fixture.note(fixture.anna, Optional.empty());
        Session session = fixture.begin(fixture.anna, noted.deviceId());

        List<KnownDevice> devices = fixture.devices
                .page(fixture.anna.id(), Optional.of(session.id()), Optional.empty(), 10)
                .items();

        assertThat(devices).hasSize(2);
        assertThat(devices)
                .filteredOn(KnownDevice::current)
                .extracting(KnownDevice::id)
                .containsExactly(noted.deviceId());
    }

    @Test
    void an_account_keeps_its_hundred_newest_devices() {
        Noted first = fixture.note(fixture.anna, Optional.empty());
        for (int i = 0; i < 100; i++) {
            fixture.guard.clock.advance(Duration.ofSeconds(1));
            fixture.note(fixture.anna, Optional.empty());
        }

        assertThat(fixture.guard.number("SELECT count(*) FROM devices")).isEqualTo(100);
        assertThat(recognised(first.cookie())).isEmpty();
    }

    @Test
    void one_that_nobody_used_for_400_days_is_forgotten() {
        fixture.note(fixture.anna, Optional.empty());
        fixture.guard.clock.advance(Duration.ofDays(401));

        assertThat(fixture.devices.forgetOld()).isEqualTo(1);
    }

    @Test
    void an_account_that_is_deleted_leaves_no_device() {
        fixture.note(fixture.anna, Optional.empty());

        fixture.guard.execute("DELETE FROM accounts WHERE id = 'user-anna'");

        assertThat(fixture.guard.number("SELECT count(*) FROM devices")).isZero();
    }

    private Optional<String> recognised(String cookie) {
        return fixture.devices.recognise(cookie, fixture.anna.id());
    }

    private boolean revoke(String id, Optional<String> account) {
        return fixture.devices.revoke(id, account, EndReason.DEVICE, DeviceFixture.entry(AuditKind.DEVICE_REVOKE));
    }

    private List<KnownDevice> list() {
        return fixture.devices
                .page(fixture.anna.id(), Optional.empty(), Optional.empty(), 10)
                .items();
    }

    private String endReason(Session session) {
        return fixture.guard.database.read(
                handle -> handle.createQuery("SELECT coalesce(end_reason, '-') FROM sessions WHERE id = :id")
                        .bind("id", session.id())
                        .mapTo(String.class)
                        .one());
    }
}
