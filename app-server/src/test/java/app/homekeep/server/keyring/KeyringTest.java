// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.ManualClock;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Migrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private final ManualClock clock = new ManualClock();
    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path data;

    private Database database;

    @BeforeEach
    void open() {
        database = database();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_first_run_makes_a_private_master_key_and_a_key_for_each_purpose() throws IOException {
        Keyring keyring = keyring();

        assertThat(master()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(master().getParent())))
                .isEqualTo("rwx------");
        Set<String> keys = new HashSet<>();
        for (Purpose purpose : Purpose.values()) {
            Keyring.Key key = keyring.active(purpose);
            assertThat(key.bytes()).hasSize(32);
            keys.add(Base64.getEncoder().encodeToString(key.bytes()));
        }
        assertThat(keys).hasSameSizeAs(Purpose.values());
    }

    @Test
    void a_restart_finds_the_same_keys_and_the_same_server() {
        Keyring before = keyring();

        Keyring after = keyring();

        assertThat(after.serverId()).isEqualTo(before.serverId()).hasSize(20);
        for (Purpose purpose : Purpose.values()) {
            assertThat(after.active(purpose).id())
                    .isEqualTo(before.active(purpose).id());
            assertThat(after.active(purpose).bytes())
                    .isEqualTo(before.active(purpose).bytes());
        }
    }

    @Test
    void a_copy_of_the_database_alone_gives_no_key_and_makes_none() throws IOException {
        keyring();
        Files.delete(master());
        List<KeyRow> before = database.read(KeyRowStore::all);

        assertUnusable(this::keyring).hasFieldOrPropertyWithValue("code", "master_key_missing");

        assertThat(master()).doesNotExist();
        assertThat(database.read(KeyRowStore::all)).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void the_database_file_holds_no_key_in_the_clear() throws IOException {
        Keyring keyring = keyring();
        byte[] totp = keyring.active(Purpose.TOTP).bytes();
        database.close();

        byte[] file = Files.readAllBytes(data.resolve("homekeep.db"));

        assertThat(indexOf(file, totp)).isEqualTo(-1);
        assertThat(indexOf(file, Files.readAllBytes(master()))).isEqualTo(-1);
        database = database();
    }

    @Test
    void another_master_key_changes_nothing() throws IOException {
        keyring();
        byte[] other = new byte[32];
        random.nextBytes(other);
        Files.write(master(), other);

        assertUnusable(this::keyring).hasFieldOrPropertyWithValue("code", "master_key_wrong");

        assertThat(master()).hasBinaryContent(other);
    }

    @Test
    void a_master_key_cut_short_is_refused() throws IOException {
        keyring();
        Files.write(master(), new byte[31]);

        assertUnusable(this::keyring).hasFieldOrPropertyWithValue("code", "master_key_damaged");
    }

    @Test
    void a_master_key_that_others_may_read_is_refused() throws IOException {
        keyring();
        Files.setPosixFilePermissions(master(), PosixFilePermissions.fromString("rw-r-----"));

        assertUnusable(this::keyring).hasFieldOrPropertyWithValue("code", "master_key_too_open");
    }

    @Test
    void a_first_run_that_was_cut_off_goes_on_with_its_master_key() throws IOException {
        MasterKey.readOrMake(data.resolve("keys"), random);
        byte[] made = Files.readAllBytes(master());

        keyring();

        assertThat(master()).hasBinaryContent(made);
    }

    @Test
    void keys_cannot_change_places() {
        keyring();
        database.write(tx -> tx.handle().execute("""
                UPDATE keys SET wrapped = (SELECT wrapped FROM keys WHERE purpose = 'JWT') WHERE purpose = 'TOTP'
                """));

        assertUnusable(this::keyring).hasFieldOrPropertyWithValue("code", "master_key_wrong");
    }

    @Test
    void a_purpose_without_a_key_gets_one() {
        Keyring before = keyring();
        database.write(tx -> tx.handle().execute("DELETE FROM keys WHERE purpose = 'CURSOR'"));

        Keyring after = keyring();

        assertThat(after.active(Purpose.CURSOR).id())
                .isNotEqualTo(before.active(Purpose.CURSOR).id());
        assertThat(after.active(Purpose.JWT).id())
                .isEqualTo(before.active(Purpose.JWT).id());
    }

    @Test
    void a_rotated_key_is_found_as_long_as_what_it_signed_may_live() {
        Keyring keyring = keyring();
        Keyring.Key old = keyring.active(Purpose.JWT);

        Keyring.Key fresh = keyring.rotate(Purpose.JWT);

        assertThat(fresh.id()).isNotEqualTo(old.id());
        assertThat(keyring.active(Purpose.JWT)).isEqualTo(fresh);
        assertThat(keyring.find(Purpose.JWT, old.id()).orElseThrow().bytes()).isEqualTo(old.bytes());
        clock.advance(Duration.ofHours(1));
        assertThat(keyring.find(Purpose.JWT, old.id())).isEmpty();
        Keyring restarted = keyring();
        assertThat(restarted.active(Purpose.JWT).id()).isEqualTo(fresh.id());
        assertThat(restarted.find(Purpose.JWT, old.id())).isEmpty();
        assertThat(database.read(KeyRowStore::all)).hasSameSizeAs(Purpose.values());
    }

    @Test
    void a_key_that_sealed_what_is_stored_is_found_for_good() {
        Keyring keyring = keyring();
        Keyring.Key old = keyring.active(Purpose.TOTP);

        keyring.rotate(Purpose.TOTP);
        clock.advance(Duration.ofDays(4000));

        assertThat(keyring().find(Purpose.TOTP, old.id()).orElseThrow().bytes()).isEqualTo(old.bytes());
    }

    @Test
    void a_key_is_found_for_its_own_purpose_only() {
        Keyring keyring = keyring();

        assertThat(keyring.find(Purpose.CURSOR, keyring.active(Purpose.JWT).id()))
                .isEmpty();
        assertThat(keyring.find(Purpose.JWT, "")).isEmpty();
    }

    @Test
    void a_key_file_fixes_the_key_of_jwts() throws IOException {
        byte[] own = new byte[48];
        random.nextBytes(own);
        Path file =
                Files.writeString(data.resolve("jwt.key"), Base64.getEncoder().encodeToString(own) + "\n");

        Keyring keyring = Keyring.open(data.resolve("keys"), database, random, clock, Optional.of(file));

        Keyring.Key key = keyring.active(Purpose.JWT);
        assertThat(key.bytes()).isEqualTo(own);
        assertThat(keyring.find(Purpose.JWT, key.id())).contains(key);
        assertThat(keyring.find(Purpose.JWT, keyring().active(Purpose.JWT).id()))
                .isEmpty();
        assertUnusable(() -> keyring.rotate(Purpose.JWT)).hasFieldOrPropertyWithValue("code", "jwt_key_fixed");
    }

    @Test
    void a_weak_or_unreadable_key_file_is_refused_without_a_word_of_it() throws IOException {
        String weak = Base64.getEncoder().encodeToString(new byte[31]);
        for (String content : List.of(weak, "not base64!", "")) {
            Path file = Files.writeString(data.resolve("jwt.key"), content);

            assertUnusable(() -> Keyring.open(data.resolve("keys"), database, random, clock, Optional.of(file)))
                    .hasFieldOrPropertyWithValue("code", "jwt_key_file_unusable")
                    .hasMessageNotContainingAny(weak, "not base64!");
        }
        assertThat(master()).doesNotExist();
    }

    @Test
    void no_text_shows_a_secret() {
        Keyring.Key key = keyring().active(Purpose.TLS);

        assertThat(key).hasToString("Key[" + key.id() + "]");
    }

    private Keyring keyring() {
        return Keyring.open(data.resolve("keys"), database, random, clock, Optional.empty());
    }

    private Database database() {
        return Database.open(data.resolve("homekeep.db"), Migrations.of(List.of("0006_keys")), clock);
    }

    private Path master() {
        return data.resolve("keys").resolve("master.key");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnusable(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(KeyringUnusable.class);
    }

    private static int indexOf(byte[] text, byte[] part) {
        for (int at = 0; at <= text.length - part.length; at++) {
            if (Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }
}
