// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.model.Routes;
import app.homekeep.model.account.User;
import app.homekeep.model.block.Block;
import app.homekeep.server.access.Caller;
import app.homekeep.server.access.Proof;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.event.EventHub.Event;
import app.homekeep.server.http.RequestFixture;
import app.homekeep.server.problem.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LN-05")
@Tag("FO-06")
class RateLimitsTest {
    private static final String HERE = "192.168.1.20";
    private static final Caller NOBODY = new Caller.Anonymous();

    private GuardFixture fixture;
    private RateLimits limits;

    @BeforeEach
    void open(@TempDir Path folder) {
        fixture = new GuardFixture(folder);
        limits = limits();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/auth/login,             false,   10,   6000",
        "POST,   /api/v1/auth/register,          false,    5,  12000",
        "POST,   /api/v1/auth/forgot-password,   false,    3,  20000",
        "POST,   /api/v1/auth/reset-password,    false,    3,  20000",
        "DELETE, /api/v1/account,                true,     2,  30000",
        "POST,   /api/v1/spaces/{space}/upload,  true,  1000,    600",
        "POST,   /api/v1/auth/password,          true,   120,    500",
        "PATCH,  '',                             true,   120,    500",
        "DELETE, /api/v1/auth/sessions/{id},     true,   120,    500",
        "POST,   /api/v1/auth/refresh,           false, 1000,   3600",
        "POST,   /api/v1/spaces/{space}/upload,  false, 1000,   3600",
        "PUT,    '',                             false, 1000,   3600",
        "GET,    /api/v1/auth/me,                true,  3000,     20",
        "HEAD,   /api/v1/spaces,                 true,  3000,     20",
    })
    void each_rate_has_its_number_and_refills_at_its_pace(
            String method, String route, boolean signedIn, int number, int refillMillis) {
        RequestFixture request = request(method, signedIn ? session("s1") : NOBODY);
        // From here on the clock stands still but for what the test adds.
        fixture.clock.stop();

        int allowed = 0;
        while (spent(request, route)) {
            allowed++;
        }

        assertThat(allowed).isEqualTo(number);
        Refused refused = refused(request, route);
        assertThat(refused.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        assertThat(refused.retryAfter()).contains(Duration.ofMillis(refillMillis));
        fixture.clock.advance(Duration.ofMillis(refillMillis - 1));
        assertThat(spent(request, route)).isFalse();
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(spent(request, route)).isTrue();
        assertThat(spent(request, route)).isFalse();
    }

    @Test
    void reading_without_a_session_is_free() {
        fixture.set("rate_reads_per_minute", 1);

        for (int i = 0; i < 100; i++) {
            assertThat(spent(request("GET", NOBODY), "")).isTrue();
        }
    }

    @Test
    void one_session_does_not_use_what_is_another_ones() {
        fixture.set("rate_reads_per_minute", 1);

        assertThat(spent(request("GET", session("s1")), "")).isTrue();
        assertThat(spent(request("GET", session("s1")), "")).isFalse();
        assertThat(spent(request("GET", session("s2")), "")).isTrue();
    }

    @Test
    void an_api_key_is_counted_as_a_session_is() {
        fixture.set("rate_writes_per_minute", 1);
        Caller key = new Caller.ApiKey(user(), Set.of(), "k1");

        assertThat(spent(request("POST", key), "")).isTrue();
        assertThat(spent(request("POST", key), "")).isFalse();
    }

    @Test
    void another_session_of_an_address_does_not_lengthen_its_account_deletions() {
        assertThat(spent(request("DELETE", session("s1")), Routes.ACCOUNT)).isTrue();
        assertThat(spent(request("DELETE", session("s2")), Routes.ACCOUNT)).isTrue();
        assertThat(spent(request("DELETE", session("s3")), Routes.ACCOUNT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", HERE, "fd00:1:2:3::4"})
    void addresses_count_whatever_they_are(String address) {
        fixture.set("rate_login_per_minute", 1);

        assertThat(spent(request("POST", NOBODY).from(address), Routes.LOGIN)).isTrue();
        assertThat(spent(request("POST", NOBODY).from(address), Routes.LOGIN)).isFalse();
    }

    @Test
    void a_network_of_ipv6_counts_as_one_address() {
        fixture.set("rate_login_per_minute", 1);

        assertThat(spent(request("POST", NOBODY).from("fd00:1:2:3::4"), Routes.LOGIN))
                .isTrue();
        assertThat(spent(request("POST", NOBODY).from("fd00:1:2:3:5::"), Routes.LOGIN))
                .isFalse();
        assertThat(spent(request("POST", NOBODY).from("fd00:1:2:4::4"), Routes.LOGIN))
                .isTrue();
    }

    @Test
    void requests_at_the_same_moment_do_not_slip_through() throws Exception {
        int threads = 64;
        fixture.clock.stop();
        var barrier = new CyclicBarrier(threads);
        var allowed = new AtomicInteger();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
                        barrier.await();
                        return spent(request("POST", NOBODY), Routes.LOGIN) ? allowed.incrementAndGet() : 0;
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(allowed).hasValue(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {Routes.LOGIN, Routes.REGISTER, Routes.FORGOT_PASSWORD, Routes.RESET_PASSWORD})
    void the_rare_ones_outlive_a_sudden_end(String route) {
        fixture.clock.stop();
        while (spent(request("POST", NOBODY), route)) {
            // Until there is none left.
        }

        // Nobody has saved anything.
        limits = limits();

        assertThat(spent(request("POST", NOBODY), route)).isFalse();
    }

    @Test
    void the_others_outlive_a_stop() {
        fixture.set("rate_writes_per_minute", 3);
        fixture.clock.stop();
        while (spent(request("POST", session("s1")), "")) {
            // Until there is none left.
        }

        limits.save();
        fixture.reopen();
        limits = limits();

        assertThat(spent(request("POST", session("s1")), "")).isFalse();
    }

    @Test
    void what_is_full_again_leaves_no_rows() {
        spent(request("POST", NOBODY), Routes.LOGIN);
        assertThat(fixture.number("SELECT count(*) FROM rates")).isEqualTo(1);

        fixture.clock.advance(Duration.ofMinutes(2));

        assertThat(limits.forgetOld()).isEqualTo(1);
    }

    @Test
    void they_are_switched_off_and_on_at_once() {
        fixture.set("rate_login_per_minute", 1);
        spent(request("POST", NOBODY), Routes.LOGIN);
        assertThat(spent(request("POST", NOBODY), Routes.LOGIN)).isFalse();

        fixture.set("rate_limits_enabled", false);
        assertThat(spent(request("POST", NOBODY), Routes.LOGIN)).isTrue();

        fixture.set("rate_limits_enabled", true);
        assertThat(spent(request("POST", NOBODY), Routes.LOGIN)).isFalse();
    }

    @Test
    void a_new_number_refills_at_its_own_pace_at_once() {
        fixture.clock.stop();
        fixture.set("rate_login_per_minute", 1);
        spent(request("POST", NOBODY), Routes.LOGIN);
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(spent(request("POST", NOBODY), Routes.LOGIN)).isFalse();

        fixture.set("rate_login_per_minute", 60);

        assertThat(spent(request("POST", NOBODY), Routes.LOGIN)).isTrue();
    }

    @Test
    void a_clock_that_is_set_back_locks_nobody_out_for_longer_than_a_refill() {
        fixture.clock.advance(Duration.ofDays(365));
        while (spent(request("POST", NOBODY), Routes.LOGIN)) {
            // Until there is none left.
        }

        fixture.clock.advance(Duration.ofDays(-365));

        Refused refused = refused(request("POST", NOBODY), Routes.LOGIN);
        assertThat(refused.retryAfter().orElseThrow()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_flood_of_addresses_is_counted_within_bounds() {
        fixture.set("rate_writes_without_session_per_hour", 1);
        for (int i = 0; i < 30_000; i++) {
            RequestFixture request =
                    request("POST", NOBODY).from("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256);
            spent(request, "");
            spent(request, "");
        }

        assertThat(limits.held()).hasSizeLessThanOrEqualTo(11_000);
    }

    @Test
    void an_address_that_is_refused_is_listed_and_can_be_let_in_again() {
        fixture.set("rate_login_per_minute", 1);
        spent(request("POST", NOBODY), Routes.LOGIN);
        assertThat(limits.held()).isEmpty();
        for (int i = 0; i < 3; i++) {
            spent(request("POST", NOBODY), Routes.LOGIN);
        }

        Block block = limits.held().getFirst();
        assertThat(block.kind()).isEqualTo("rate");
        assertThat(block.address()).isEqualTo(HERE);
        assertThat(block.count()).isEqualTo(3);
        assertThat(fixture.events)
                .filteredOn(Event.BlocksChanged.class::isInstance)
                .hasSize(1);

        assertThat(limits.lift(block.id(), GuardFixture.entry(AuditKind.ADDRESS_UNBLOCK)))
                .isTrue();
        assertThat(limits.held()).isEmpty();
        assertThat(spent(request("POST", NOBODY), Routes.LOGIN)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rate-",
                "rate-!",
                "rate-bG9naW4",
                "rate-bm9uZSBoZXJl",
                "019a0000-0000-7000-8000-000000000000"
            })
    void an_id_that_is_none_lifts_nothing(String id) {
        assertThat(limits.lift(id, GuardFixture.entry(AuditKind.ADDRESS_UNBLOCK)))
                .isFalse();
    }

    @Test
    void a_check_costs_next_to_nothing() {
        fixture.set("rate_reads_per_minute", 1_000_000);
        RequestFixture request = request("GET", session("s1"));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 20_000; i++) {
                limits.spend(request, Routes.ME);
            }
            best = Math.min(best, System.nanoTime() - start);
        }

        // 100,000 a second, as the benchmarks ask.
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(200));
    }

    private RateLimits limits() {
        return RateLimits.open(fixture.database, fixture.settings, fixture.audit, fixture.hub, fixture.clock);
    }

    private static RequestFixture request(String method, Caller caller) {
        return new RequestFixture(caller).withMethod(method).from(HERE);
    }

    private static Caller session(String id) {
        return new Caller.SignedIn(user(), Set.of(), id, Instant.EPOCH, Proof.NONE);
    }

    private static User user() {
        return User.active("u1", "anna", "Anna", "user", Instant.EPOCH);
    }

    private boolean spent(RequestFixture request, String route) {
        try {
            limits.spend(request, route).run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private Refused refused(RequestFixture request, String route) {
        return catchThrowableOfType(Refused.class, () -> limits.spend(request, route));
    }
}
