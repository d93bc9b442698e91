// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.Invalid;
import app.homekeep.server.space.FolderLook.Seen;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("LF-09")
class FolderRulesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path temp;

    private Path disk;
    private Path data;
    private Path files;
    private Path home;
    private FolderRules rules;

    @BeforeEach
    void folders() throws IOException {
        disk = temp.toRealPath();
        data = Files.createDirectories(disk.resolve("homekeep/data"));
        files = Files.createDirectories(disk.resolve("family/files"));
        home = Files.createDirectories(disk.resolve("people/olga"));
        rules = new FolderRules(data, files, home, FolderLook::atTheDisk, PATIENCE);
    }

    @Test
    void a_folder_of_the_owner_s_may_be_a_space() throws IOException {
        Path photos = Files.createDirectories(home.resolve("Photos"));

        assertThat(rules.check(photos.toString(), List.of())).isEqualTo(photos);
        assertThat(rules.check(photos.resolve("..").resolve("Photos").toString(), List.of()))
                .isEqualTo(photos);
    }

    @Test
    void a_link_is_followed_to_where_it_leads_before_anything_is_decided() throws IOException {
        Path photos = Files.createDirectories(disk.resolve("other/Photos"));
        Path link = Files.createSymbolicLink(disk.resolve("link"), photos);
        Path trap = Files.createSymbolicLink(disk.resolve("trap"), data);

        assertThat(rules.check(link.toString(), List.of())).isEqualTo(photos);
        refused(trap.toString(), "Homekeep keeps its own data there. Choose another folder.");
    }

    @Test
    void what_is_not_there_or_no_folder_or_no_path_is_refused() throws IOException {
        Path file = Files.writeString(disk.resolve("a.txt"), "a");

        refused(disk.resolve("nothing").toString(), "There is no such folder.");
        refused(file.toString(), "This is a file, not a folder.");
        refused("Photos", "Give the whole path of the folder, beginning at the root of the disk.");
        refused("../Photos", "Give the whole path of the folder, beginning at the root of the disk.");
        refused("/a\u0000b", "This computer has no such paths.");
    }

    @Test
    void homekeep_s_own_data_and_the_personal_spaces_are_refused_with_all_around_and_inside_them() throws IOException {
        Path inData = Files.createDirectories(data.resolve("keys"));
        Path inFiles = Files.createDirectories(files.resolve("anna/Holiday"));

        for (Path path : List.of(data, inData, disk.resolve("homekeep"))) {
            refused(path.toString(), "Homekeep keeps its own data there. Choose another folder.");
        }
        for (Path path : List.of(files, inFiles, disk.resolve("family"))) {
            refused(path.toString(), "Everybody's personal spaces lie there. Choose another folder.");
        }
    }

    @Test
    void a_folder_beside_another_with_the_same_beginning_is_another_one() throws IOException {
        Path beside = Files.createDirectories(disk.resolve("family/files2"));

        assertThat(rules.check(beside.toString(), List.of(disk.resolve("family/file"))))
                .isEqualTo(beside);
    }

    @Test
    void another_space_is_refused_with_all_around_and_inside_it_however_it_is_written() throws IOException {
        Path taken = Files.createDirectories(disk.resolve("share/Photos"));
        Path inside = Files.createDirectories(taken.resolve("2024"));
        Path alike = Files.createDirectories(disk.resolve("share/PHOTOS"));

        for (Path path : List.of(taken, inside, disk.resolve("share"), alike)) {
            assertThatThrownBy(() -> rules.check(path.toString(), List.of(taken)))
                    .as(path.toString())
                    .isInstanceOf(Invalid.class)
                    .hasMessage("This folder is another space already, lies in one, or has one in it.");
        }
    }

    @Test
    void a_whole_disk_the_system_and_the_owner_s_home_are_refused() throws IOException {
        refused("/", "This is a whole disk. Choose a folder on it.");
        refused("/etc", "This folder belongs to the system. Choose another one.");
        refused("/usr/share", "This folder belongs to the system. Choose another one.");
        refused(home.toString(), "This holds everything of your account on this computer. Choose a folder in it.");
        refused(
                disk.resolve("people").toString(),
                "This holds everything of your account on this computer. Choose a folder in it.");
        for (String name : List.of(".ssh", ".config/app", "Library/Keychains", "AppData/Roaming")) {
            Path hidden = Files.createDirectories(home.resolve(name));
            refused(hidden.toString(), "In this folder programs keep their settings and keys. Choose another one.");
        }
    }

    @Test
    void disks_that_a_desktop_mounts_are_not_the_system_s() {
        assertThat(SystemFolders.hold(Path.of("/run/media/olga/Backup"))).isFalse();
        assertThat(SystemFolders.hold(Path.of("/run/media"))).isTrue();
        assertThat(SystemFolders.hold(Path.of("/mnt/disk"))).isFalse();
        assertThat(SystemFolders.hold(Path.of("/usrlocal"))).isFalse();
    }

    @Test
    void another_computer_s_disk_is_refused() {
        refused("\\\\nas\\photos", "This folder lies on another computer. Choose one on a disk of this computer.");
        refused("//nas/photos", "This folder lies on another computer. Choose one on a disk of this computer.");
        for (String kind : List.of("nfs4", "cifs", "fuse.sshfs")) {
            var network = new FolderRules(data, files, home, path -> seen(path, true, kind), PATIENCE);
            assertThatThrownBy(() -> network.check(disk.resolve("nas").toString(), List.of()))
                    .hasMessage("This folder lies on another computer. Choose one on a disk of this computer.");
        }
    }

    @Test
    void a_disk_that_never_answers_holds_nobody_up() {
        var never = new CountDownLatch(1);
        var stuck = new FolderRules(
                data,
                files,
                home,
                path -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                },
                Duration.ofMillis(50));

        assertThatThrownBy(() -> stuck.check(disk.resolve("nas").toString(), List.of()))
                .isInstanceOf(Invalid.class)
                .hasMessage("The disk of this folder doesn't answer.");
        never.countDown();
    }

    @Test
    void a_folder_that_homekeep_may_not_read_and_write_in_is_refused() {
        String sentence = "Homekeep may not read and write in this folder. Give your own account the right to.";
        var closed = new FolderRules(data, files, home, path -> seen(path, false, "ext4"), PATIENCE);
        var hidden = new FolderRules(
                data,
                files,
                home,
                path -> {
                    throw new AccessDeniedException(path.toString());
                },
                PATIENCE);

        assertThatThrownBy(() -> closed.check(disk.resolve("a").toString(), List.of()))
                .hasMessage(sentence);
        assertThatThrownBy(() -> hidden.check(disk.resolve("a").toString(), List.of()))
                .hasMessage(sentence);
    }

    private static Optional<Seen> seen(Path path, boolean usable, String fileSystem) {
        return Optional.of(new Seen(path, true, usable, fileSystem));
    }

    private void refused(String folder, String sentence) {
        assertThatThrownBy(() -> rules.check(folder, List.of()))
                .as(folder)
                .isInstanceOf(Invalid.class)
                .hasMessage(sentence);
    }
}
