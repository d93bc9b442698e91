// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Invalid;
import app.homekeep.model.audit.AuditEvent;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditFilter;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.audit.AuditQuery;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Migrations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final AuditEntry BY_ANNA =
            AuditEntry.by(AuditKind.SETTINGS_CHANGE, "anna", "192.168.1.7", Optional.empty());

    @TempDir
    Path folder;

    private final EventHub events = new EventHub();
    private Database database;
    private AuditLog audit;
    private AuditQuery log;
    private Settings settings;

    @BeforeEach
    void open() {
        var clock = Clock.systemUTC();
        database = Database.open(
                folder.resolve("settings.db"),
                Migrations.of(List.of("0001_settings", "0002_audit", "0006_keys")),
                clock);
        var keyring = Keyring.open(folder.resolve("keys"), database, new SecureRandom(), clock, Optional.empty());
        audit = AuditLog.open(database, keyring, events, clock);
        log = new AuditQuery(database, keyring);
        settings = Settings.open(database, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    @Tag("LF-03")
    void a_setting_has_its_default_until_it_is_changed_and_keeps_the_change_over_a_restart() {
        assertThat(settings.get(KnownSettings.SESSION_TTL_HOURS)).isEqualTo(24L);

        change(Map.of("session_ttl_hours", 12L, "server_name", "The Müllers", "lan_door_open", false));
        close();
        open();

        assertThat(settings.get(KnownSettings.SESSION_TTL_HOURS)).isEqualTo(12L);
        assertThat(settings.get(KnownSettings.SERVER_NAME)).isEqualTo("The Müllers");
        assertThat(settings.get(NetworkSettings.LAN_DOOR_OPEN)).isFalse();
    }

    @Test
    void each_change_is_audited_with_who_made_it() {
        change(Map.of("session_ttl_hours", 12L, "remember_days", 3L));

        assertThat(log.page(AuditFilter.none(), 10, Optional.empty()).items())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.event() + " " + row.actor()).isEqualTo("SETTINGS_CHANGE anna"))
                .extracting(AuditEvent::target)
                .containsExactlyInAnyOrder("session_ttl_hours", "remember_days");
    }

    @Test
    void whoever_hears_of_a_change_from_the_log_finds_the_new_value() {
        var heard = new ArrayList<Long>();
        events.watch(event -> heard.add(settings.get(KnownSettings.SESSION_TTL_HOURS)));

        change(Map.of("session_ttl_hours", 12L));

        assertThat(heard).containsExactly(12L);
    }

    @Test
    void one_wrong_value_changes_nothing() {
        assertThatThrownBy(() -> change(Map.of("remember_days", 3L, "session_ttl_hours", 0L)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.field()).isEqualTo("session_ttl_hours"));

        assertThat(settings.get(KnownSettings.REMEMBER_DAYS)).isEqualTo(7L);
        assertThat(audit.head().seq()).isZero();
    }

    @Test
    void what_a_setting_does_not_take_is_refused_with_its_name() {
        Map.<String, Object>of(
                        "no_such_setting", 1L,
                        "session_ttl_hours", "12",
                        "remember_days", 1.5,
                        "password_min_length", 7L,
                        "local_port", 70_000L,
                        "lan_port", 8080L,
                        "lan_door_open", 1L,
                        "server_name", "two\nlines",
                        "audit_mirror", "/home/anna/.profile")
                .forEach((name, value) -> assertThatThrownBy(() -> change(Map.of(name, value)))
                        .isInstanceOfSatisfying(
                                Invalid.class,
                                invalid -> assertThat(invalid.field()).isEqualTo(name)));
    }

    @Test
    void doors_may_all_take_free_ports_and_change_ports_with_one_another() {
        change(Map.of("local_port", 0L, "lan_port", 0L, "welcome_port", 0L));
        change(Map.of("local_port", 8443L, "lan_port", 8080L));

        assertThat(settings.get(NetworkSettings.LAN_PORT)).isEqualTo(8080L);
    }

    @Test
    void a_value_that_is_no_longer_understood_counts_as_not_set() {
        database.write(tx -> tx.handle()
                .execute("INSERT INTO setting (name, value, changed_at)"
                        + " VALUES ('remember_days', '\"seven\"', 0), ('gone', '1', 0)"));

        assertThat(Settings.open(database, Clock.systemUTC()).get(KnownSettings.REMEMBER_DAYS))
                .isEqualTo(7L);
    }

    private void change(Map<String, ?> changes) {
        settings.change(changes, audit, BY_ANNA);
    }
}
