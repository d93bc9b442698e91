// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.server.ManualClock;
import app.homekeep.server.store.Database;
import app.homekeep.server.store.Migrations;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final String PLACE = "totp:019a9b1c:v1";
    private static final byte[] SECRET = "a seed of twenty byt".getBytes(UTF_8);

    @TempDir
    Path data;

    private Database database;
    private Keyring keyring;
    private SecretBox box;

    @BeforeEach
    void open() {
        var clock = new ManualClock();
        var random = new SecureRandom();
        database = Database.open(data.resolve("homekeep.db"), Migrations.of(List.of("0006_keys")), clock);
        keyring = Keyring.open(data.resolve("keys"), database, random, clock, Optional.empty());
        box = new SecretBox(keyring, Purpose.TOTP, random);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_was_sealed_opens_in_its_place() {
        byte[] sealed = box.seal(SECRET, PLACE);

        assertThat(box.open(sealed, PLACE)).isEqualTo(SECRET);
        assertThat(box.open(box.seal(new byte[0], PLACE), PLACE)).isEmpty();
    }

    @Test
    void it_opens_nowhere_else() {
        byte[] sealed = box.seal(SECRET, PLACE);

        assertBroken(box, sealed, "totp:another:v1");
        assertBroken(new SecretBox(keyring, Purpose.TLS, new SecureRandom()), sealed, PLACE);
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        assertThat(box.seal(SECRET, PLACE)).isNotEqualTo(box.seal(SECRET, PLACE));
    }

    @Test
    void one_changed_bit_anywhere_is_noticed() {
        byte[] sealed = box.seal(SECRET, PLACE);

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertBroken(box, changed, PLACE);
        }
    }

    @Test
    void a_part_of_it_is_noticed() {
        byte[] sealed = box.seal(SECRET, PLACE);

        for (int length = 0; length < sealed.length; length++) {
            assertBroken(box, Arrays.copyOf(sealed, length), PLACE);
        }
    }

    @Test
    void it_outlives_a_rotation() {
        byte[] sealed = box.seal(SECRET, PLACE);

        keyring.rotate(Purpose.TOTP);

        assertThat(box.open(sealed, PLACE)).isEqualTo(SECRET);
        assertThat(box.open(box.seal(SECRET, PLACE), PLACE)).isEqualTo(SECRET);
    }

    private static void assertBroken(SecretBox box, byte[] sealed, String place) {
        assertThatThrownBy(() -> box.open(sealed, place))
                .isInstanceOf(SealBroken.class)
                .hasMessage("A stored secret does not open.");
    }
}
