// SPDX-License-Identifier: Apache-2.0
package app.homekeep.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.desktop.admin.Admin;
import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.server.ServerState.Running;
import app.homekeep.model.Permission;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import app.homekeep.model.control.Diagnosis;
import app.homekeep.model.control.Finding;
import app.homekeep.model.control.LanDoor;
import app.homekeep.model.pairing.Pairing;
import app.homekeep.model.space.ManagedSpace;
import app.homekeep.model.space.NewSpace;
import app.homekeep.model.space.SpaceChange;
import app.homekeep.model.space.SpaceMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The panel's screens about the home itself, asking a real server.
class HomeFromThePanelTest {
    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Household household;
    private Panel panel;
    private Admin admin;
    private Runnable unwatch = () -> {};

    @BeforeEach
    void moveIn() {
        household = Household.settled(folder);
        panel = household.panel();
        panel.supervisor().start();
        panel.await(Running.class);
        admin = panel.admin();
        unwatch = panel.events().watch(told::add);
        Await.until("the event stream", () -> told.contains(AdminEvents.LOCKDOWN_CHANGED));
        told.clear();
    }

    @AfterEach
    void moveOut() {
        unwatch.run();
        household.close();
    }

    @Test
    @Tag("DC-06")
    @Tag("LF-12")
    void certificate_doctor_networks_and_pairing_are_what_the_panel_shows() throws IOException {
        DoorCertificate certificate = admin.certificate().certificate();
        assertThat(certificate.kind()).isEqualTo(DoorCertificate.Kind.HOME);
        assertThat(certificate.daysLeft()).isGreaterThan(300);
        Path authority = folder.resolve("home.crt");
        admin.certificate().saveAuthority(authority);
        assertThat(Files.readString(authority)).startsWith("-----BEGIN CERTIFICATE-----");

        assertThat(admin.doctor().findings())
                .extracting(Finding::code)
                .contains("certificate_fine", "database_fine")
                .isSubsetOf(
                        Arrays.stream(Diagnosis.values()).map(Diagnosis::code).toList());

        admin.networks().restartDoors();
        assertThat(admin.networks().networks())
                .allMatch(network -> !network.prefix().isEmpty());

        Pairing begun = admin.pairings().begin();
        assertThat(begun.url()).contains("/trust?pair=");
        assertThat(begun.fingerprint()).isEqualTo(certificate.fingerprint());
        assertThat(admin.pairings().pairing(begun.id()).arrivedAt()).isNull();
        admin.pairings().end(begun.id());
        assertThat(catchThrowableOfType(
                                AdminProblem.class, () -> admin.pairings().pairing(begun.id()))
                        .code())
                .isEqualTo("not_found");
    }

    @Test
    void what_the_server_refuses_comes_back_at_its_field() {
        var refusedCertificate = catchThrowableOfType(
                AdminProblem.class,
                () -> admin.certificate().use(new OwnCertificate("no certificate", "no key", null, null)));
        var refusedSetting = catchThrowableOfType(
                AdminProblem.class,
                () -> admin.settings().change(Map.of("trusted_proxies", List.of("0.0.0.0/0"), "hsts", false)));

        assertThat(refusedCertificate.fields()).containsKey("chain");
        assertThat(refusedSetting.fields()).containsKey("trusted_proxies");
        assertThat(admin.settings().settings().on("hsts")).isTrue();
    }

    @Test
    @Tag("FO-01")
    void a_lockdown_shuts_the_home_network_out_until_it_is_ended() {
        admin.lockdown().lock();

        Await.until("the news", () -> told.contains(AdminEvents.LOCKDOWN_CHANGED));
        assertThat(admin.lockdown().lockdown().locked()).isTrue();
        assertThat(admin.server().status().lanDoor()).isEqualTo(new LanDoor(false, "lockdown", null));

        admin.lockdown().reopen();

        assertThat(admin.lockdown().lockdown().locked()).isFalse();
        assertThat(admin.server().status().lanDoor().open()).isTrue();
    }

    @Test
    @Tag("LF-09")
    void a_folder_becomes_a_space_and_ceases_to_be_one_with_its_files_where_they_were() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        Files.writeString(photos.resolve("sea.txt"), "blue");
        ManagedSpace made = admin.spaces().add(new NewSpace("Photos", photos.toString(), List.of()));

        admin.spaces()
                .change(
                        made.id(),
                        new SpaceChange(
                                "Pictures",
                                List.of(new SpaceMember(Household.OWNER, Set.of(Permission.FILE_READ))),
                                List.of()));

        assertThat(admin.spaces().shared()).singleElement().satisfies(space -> {
            assertThat(space.name()).isEqualTo("Pictures");
            assertThat(space.available()).isTrue();
            assertThat(space.members()).hasSize(1);
        });

        admin.spaces().remove(made.id());

        assertThat(admin.spaces().shared()).isEmpty();
        assertThat(photos.resolve("sea.txt")).hasContent("blue");
    }
}
