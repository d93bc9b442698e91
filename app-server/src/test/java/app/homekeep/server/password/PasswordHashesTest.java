// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("LN-02")
class PasswordHashesTest {
    private static final Argon2.Cost CHEAP = new Argon2.Cost(64, 1, 1);

    private final PasswordHashes hashes = new PasswordHashes(new SecureRandom(), CHEAP);

    @Test
    void a_password_has_its_own_hash_and_no_other_has() {
        String hash = hashes.hash("correct horse battery");

        assertThat(hashes.check("correct horse battery", Optional.of(hash))).isTrue();
        assertThat(hashes.check("correct horse batterx", Optional.of(hash))).isFalse();
        assertThat(hashes.check("", Optional.of(hash))).isFalse();
    }

    @Test
    void the_same_password_never_has_the_same_hash_twice() {
        assertThat(hashes.hash("correct horse battery")).isNotEqualTo(hashes.hash("correct horse battery"));
    }

    @Test
    void nothing_matches_where_there_is_no_hash() {
        assertThat(hashes.check("correct horse battery", Optional.empty())).isFalse();
    }

    @Test
    void the_hash_is_what_the_reference_implementation_makes() {
        // printf password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32
        Argon2 hash = Argon2.of("password", "somesalt".getBytes(StandardCharsets.UTF_8), new Argon2.Cost(65_536, 2, 1));

        assertThat(HexFormat.of().formatHex(hash.hash()))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void the_kept_text_names_its_cost_and_reads_back() {
        String phc = new PasswordHashes(new SecureRandom()).hash("correct horse battery");

        assertThat(phc).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Argon2.parse(phc).phc()).isEqualTo(phc);
    }

    @Test
    void a_hash_made_at_another_cost_is_outdated_and_still_checked() {
        String cheaper =
                new PasswordHashes(new SecureRandom(), new Argon2.Cost(32, 1, 1)).hash("correct horse battery");

        assertThat(hashes.outdated(cheaper)).isTrue();
        assertThat(hashes.check("correct horse battery", Optional.of(cheaper))).isTrue();
        assertThat(hashes.outdated(hashes.hash("correct horse battery"))).isFalse();
    }

    @Test
    void what_is_no_such_text_is_refused() {
        assertThatThrownBy(() -> Argon2.parse("$argon2i$v=19$m=64,t=1,p=1$AAAA$AAAA"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Argon2.parse("plain")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_flood_is_told_to_come_again_instead_of_filling_memory() throws Exception {
        var slow = new PasswordHashes(new SecureRandom(), new Argon2.Cost(19_456, 2, 1));
        var start = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = IntStream.range(0, 60)
                    .mapToObj(i -> callers.submit(() -> {
                        start.await();
                        return slow.check("guess " + i, Optional.empty());
                    }))
                    .toList();
            start.countDown();

            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            List<ProblemCode> refused = answers.stream()
                    .filter(answer -> answer.state() == Future.State.FAILED)
                    .map(answer -> ((Refused) answer.exceptionNow()).code())
                    .toList();
            assertThat(refused).hasSizeBetween(30, 58).containsOnly(ProblemCode.BUSY);
        }
    }
}
