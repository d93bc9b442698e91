// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.homekeep.model.network.KnownNetwork;
import app.homekeep.model.network.KnownNetwork.Standing;
import app.homekeep.server.ManualClock;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.audit.AuditLog;
import app.homekeep.server.event.EventHub;
import app.homekeep.server.keyring.Keyring;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Ids;
import app.homekeep.server.store.Migrations;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworksTest {
    private static final Link HOME = link("192.168.1.1", "02:00:00:00:00:01");
    private static final Link CAFE = link("192.168.1.1", "02:00:00:00:00:66");

    private final ManualClock clock = new ManualClock();
    private final SecureRandom random = new SecureRandom();
    private Database database;
    private AuditLog audit;
    private Networks networks;

    @BeforeEach
    void open(@TempDir Path folder) {
        clock.stop();
        database = Database.open(
                folder.resolve("n.db"),
                Migrations.of(List.of("0001_settings", "0002_audit", "0006_keys", "0016_networks")),
                clock);
        Keyring keyring = Keyring.open(folder.resolve("keys"), database, random, clock, Optional.empty());
        audit = AuditLog.open(database, keyring, new EventHub(), clock);
        networks = networks();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// As after a restart.
    private Networks networks() {
        return new Networks(database, audit, new Ids(clock, random), clock);
    }

    @Tag("DC-06")
    @Test
    void the_networks_of_the_first_opening_are_home_and_later_ones_are_not() {
        assertThat(standings(HOME)).containsExactly(Standing.HOME);
        assertThat(standings(HOME, link("10.0.0.1", ""))).containsExactly(Standing.HOME, Standing.UNKNOWN);
        assertThat(standings(HOME)).containsExactly(Standing.HOME);
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void a_network_is_not_home_before_the_door_may_open_and_is_then() {
        assertThat(networks.look(List.of(HOME), false))
                .extracting(Present::standing)
                .containsExactly(Standing.UNKNOWN);

        assertThat(standings(HOME)).containsExactly(Standing.HOME);
    }

    @Test
    void a_first_opening_without_a_network_takes_no_later_one_for_home() {
        assertThat(standings()).isEmpty();
        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
    }

    @Test
    void a_cafe_with_the_same_addresses_as_home_is_told_by_its_router() {
        standings(HOME);

        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
        assertThat(standings(HOME)).containsExactly(Standing.HOME);
    }

    @Test
    void a_router_that_has_not_answered_yet_is_nobody_and_no_new_network() {
        standings(HOME);
        standings();

        Link silent = link("192.168.1.1", "");

        assertThat(standings(silent)).containsExactly(Standing.UNKNOWN);
        assertThat(networks.list()).hasSize(1);
        assertThat(standings(HOME)).containsExactly(Standing.HOME);
    }

    @Test
    void a_router_that_never_answers_becomes_a_network_that_the_owner_can_speak_of() {
        standings(HOME);
        standings();

        for (int look = 0; look < 4; look++) {
            standings(link("192.168.1.1", ""));
        }

        assertThat(networks.list())
                .extracting(KnownNetwork::standing, KnownNetwork::here)
                .containsExactly(tuple(Standing.UNKNOWN, true), tuple(Standing.HOME, false));
    }

    @Test
    void a_router_that_is_silent_for_a_moment_is_still_the_one_of_the_look_before() {
        standings(HOME);

        assertThat(standings(link("192.168.1.1", ""))).containsExactly(Standing.HOME);
        assertThat(standings(HOME)).containsExactly(Standing.HOME);
        assertThat(networks.list()).hasSize(1);
    }

    @Test
    void a_router_whose_hardware_address_came_late_is_told_from_others_from_then_on() {
        standings(link("192.168.1.1", ""));
        standings(HOME);

        assertThat(standings(HOME)).containsExactly(Standing.HOME);
        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
    }

    @Test
    void a_network_whose_router_was_never_known_is_no_other_one_whose_router_is() {
        standings(link("192.168.1.1", ""));

        networks = networks();

        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
    }

    @Test
    void a_cable_and_a_radio_to_the_same_network_are_one() {
        Link radio =
                new Link(HOME.gateway(), HOME.prefix(), HOME.hardware(), List.of(InetAddress.ofLiteral("192.168.1.7")));

        assertThat(standings(HOME, radio)).containsExactly(Standing.HOME, Standing.HOME);
        assertThat(networks.list()).hasSize(1);
    }

    @Test
    void the_owners_word_holds_and_is_written_down() {
        standings(HOME);
        standings(HOME, CAFE);
        String cafe = networks.list().stream()
                .filter(each -> each.standing() == Standing.UNKNOWN)
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(networks.answer(cafe, true, entry()).standing()).isEqualTo(Standing.HOME);
        assertThat(standings(HOME, CAFE)).containsExactly(Standing.HOME, Standing.HOME);
        assertThat(networks.answer(cafe, false, entry()).standing()).isEqualTo(Standing.AWAY);
        assertThat(standings(CAFE)).containsExactly(Standing.AWAY);
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void what_was_never_seen_can_not_be_answered_or_forgotten_and_what_is_here_not_forgotten() {
        standings(HOME);
        String here = networks.list().getFirst().id();

        assertThatThrownBy(() -> networks.answer("forged", true, entry())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> networks.forget("forged", entry())).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> networks.forget(here, entry())).isInstanceOf(Refused.class);
        assertThat(audited()).isEqualTo(1);

        standings();
        networks.forget(here, entry());

        assertThat(networks.list()).isEmpty();
        assertThat(standings(HOME)).containsExactly(Standing.UNKNOWN);
    }

    @Test
    void a_router_that_changes_its_address_all_the_time_does_not_fill_the_disk() {
        standings(HOME);

        IntStream.range(0, 150).forEach(i -> {
            clock.advance(Duration.ofSeconds(10));
            standings(link("192.168.1.1", "02:00:00:00:01:%02x".formatted(i)));
        });

        assertThat(networks.list())
                .hasSize(101)
                .filteredOn(each -> each.standing() == Standing.HOME)
                .hasSize(1);
    }

    @Test
    void a_look_at_what_was_there_before_writes_nothing_for_an_hour() {
        standings(HOME);
        KnownNetwork first = networks.list().getFirst();

        clock.advance(Duration.ofMinutes(50));
        standings(HOME);
        assertThat(networks.list()).containsExactly(first);

        clock.advance(Duration.ofMinutes(20));
        standings(HOME);
        assertThat(networks.list().getFirst().lastSeenAt())
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private List<Standing> standings(Link... links) {
        return networks.look(List.of(links), true).stream()
                .map(Present::standing)
                .toList();
    }

    private int audited() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM audit WHERE event = 'NETWORK_CHANGE'")
                .mapTo(Integer.class)
                .one());
    }

    private static AuditEntry entry() {
        return AuditEntry.by(AuditKind.NETWORK_CHANGE, "olga", "-", Optional.empty());
    }

    private static Link link(String gateway, String hardware) {
        return new Link(
                gateway,
                "192.168.1.0/24",
                Optional.of(hardware).filter(text -> !text.isEmpty()),
                List.of(InetAddress.ofLiteral("192.168.1.20")));
    }
}
