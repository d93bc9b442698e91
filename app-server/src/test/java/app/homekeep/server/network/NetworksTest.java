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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_router_that_stays_silent_is_not_home_for_ever_and_is_again_when_it_answers() {
        Link silent = link("192.168.1.1", "");
        standings(HOME);

        IntStream.range(0, 3).forEach(i -> assertThat(standings(silent)).containsExactly(Standing.HOME));
        IntStream.range(0, 10).forEach(i -> assertThat(standings(silent)).containsExactly(Standing.UNKNOWN));

        assertThat(networks.list()).hasSize(2);
        assertThat(standings(HOME)).containsExactly(Standing.HOME);
        assertThat(standings(silent)).containsExactly(Standing.HOME);
        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
    }

    @Test
    void a_router_that_is_silent_now_and_then_does_not_flap() {
        standings(HOME);

        IntStream.range(0, 20)
                .forEach(i -> assertThat(standings(i % 4 == 3 ? HOME : link("192.168.1.1", "")))
                        .containsExactly(Standing.HOME));
    }

    @Test
    void a_radio_whose_router_is_silent_stays_home_while_the_cable_to_the_same_one_answers() {
        List<InetAddress> there = List.of(InetAddress.ofLiteral("192.168.1.7"));
        Link silent = new Link(HOME.gateway(), HOME.prefix(), Optional.empty(), there);
        standings(HOME, new Link(HOME.gateway(), HOME.prefix(), HOME.hardware(), there));

        IntStream.range(0, 10)
                .forEach(i -> assertThat(standings(HOME, silent)).containsExactly(Standing.HOME, Standing.HOME));
    }

    @Test
    void a_silent_router_at_another_address_is_not_the_home_that_is_there_as_well() {
        Link neighbours = new Link(
                HOME.gateway(), HOME.prefix(), Optional.empty(), List.of(InetAddress.ofLiteral("192.168.1.99")));
        standings(HOME);

        assertThat(standings(HOME, neighbours)).containsExactly(Standing.HOME, Standing.UNKNOWN);
    }

    @Test
    void what_has_no_router_is_not_home_by_itself() {
        Link vpn = new Link("", "10.8.0.0/24", Optional.empty(), List.of(InetAddress.ofLiteral("10.8.0.5")));

        assertThat(standings(HOME, vpn)).containsExactly(Standing.HOME, Standing.UNKNOWN);
        assertThat(networks.list())
                .extracting(KnownNetwork::prefix, KnownNetwork::standing)
                .contains(tuple("10.8.0.0/24", Standing.UNKNOWN));
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1, fe80::/64, UNKNOWN",
        "fe80::1, fd12:3456:789a::/64, HOME",
        "192.168.1.1, 192.168.1.0/24, UNKNOWN",
        "8.8.8.1, 8.8.8.0/24, UNKNOWN"
    })
    void after_a_restart_a_home_without_a_known_router_is_told_by_a_range_that_nobody_else_has(
            String gateway, String prefix, Standing after) {
        Link link = new Link(gateway, prefix, Optional.empty(), List.of());
        assertThat(standings(link)).containsExactly(Standing.HOME);
        assertThat(standings(link)).containsExactly(Standing.HOME);

        networks = networks();

        assertThat(standings(link)).containsExactly(after);
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1, fe80::/64, UNKNOWN",
        "'', 10.8.0.0/24, UNKNOWN",
        "fe80::1, fd12:3456:789a::/64, HOME",
        "10.64.64.64, 10.0.0.0/8, HOME"
    })
    void after_a_restart_the_owners_word_holds_where_the_network_has_something_of_its_own(
            String gateway, String prefix, Standing after) {
        Link link = new Link(gateway, prefix, Optional.empty(), List.of());
        standings();
        clock.advance(Duration.ofSeconds(10));
        standings(link);
        networks.answer(networks.list().getFirst().id(), true, entry());
        assertThat(standings(link)).containsExactly(Standing.HOME);

        networks = networks();

        assertThat(standings(link)).containsExactly(after);
    }

    @Test
    void a_disk_that_can_not_be_written_leaves_what_was_known_and_nothing_new_is_home() {
        standings(HOME);
        database.write(tx -> tx.handle().execute("""
                CREATE TRIGGER full BEFORE INSERT ON networks BEGIN SELECT RAISE(FAIL, 'full'); END
                """));

        assertThat(standings(HOME, CAFE)).containsExactly(Standing.HOME, Standing.UNKNOWN);
        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
        assertThat(networks.list()).hasSize(1);

        database.write(tx -> tx.handle().execute("DROP TRIGGER full"));

        assertThat(standings(CAFE)).containsExactly(Standing.UNKNOWN);
        assertThat(networks.list()).hasSize(2);
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
