// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.ManualClock;
import app.homekeep.server.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The JWT set of the abuse battery (A1): each claim wrong alone, each trick of a forger alone.
@Tag("LF-01")
class AccessTokensTest {
    private static final String ISSUER = "server-1";
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER_KEY = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private static final SigningKeys ONE_KEY = new SigningKeys() {
        @Override
        public Key active() {
            return new Key("k1", KEY);
        }

        @Override
        public Optional<Key> find(String id) {
            return id.equals("k1") ? Optional.of(active()) : Optional.empty();
        }
    };

    private final ManualClock clock = new ManualClock();
    private AccessTokens tokens;

    @BeforeEach
    void makeTokens() {
        tokens = new AccessTokens(ONE_KEY, ISSUER, clock);
    }

    @Test
    void a_token_points_at_the_session_it_was_issued_for() {
        Instant now = clock.instant();

        AccessTokens.Pointer pointer =
                tokens.verify(tokens.issue("session-1", "account-1", List.of("pwd"), now, now.plusSeconds(300)));

        assertThat(pointer.sessionId()).isEqualTo("session-1");
        assertThat(pointer.accountId()).isEqualTo("account-1");
    }

    @Test
    void the_forgers_own_way_of_making_tokens_makes_good_ones_too() {
        // Else the refusals below would prove nothing.
        assertThat(tokens.verify(forged(header(), claims(), KEY)).sessionId()).isEqualTo("session-1");
    }

    static Stream<Arguments> forgeries() {
        String good = claims();
        return Stream.of(
                Arguments.of("alg none", unsigned("{\"alg\":\"none\",\"typ\":\"at+jwt\"}", good)),
                Arguments.of("alg None", unsigned("{\"alg\":\"None\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}", good)),
                Arguments.of("no alg", forged("{\"typ\":\"at+jwt\",\"kid\":\"k1\"}", good, KEY)),
                Arguments.of("alg RS256", forged(header("RS256", "k1", "at+jwt"), good, KEY)),
                Arguments.of("alg HS512", forged512(good)),
                Arguments.of("another key", forged(header(), good, OTHER_KEY)),
                Arguments.of("no kid", forged("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}", good, KEY)),
                Arguments.of("unknown kid", forged(header("HS256", "k2", "at+jwt"), good, KEY)),
                Arguments.of("kid is a path", forged(header("HS256", "../../k1", "at+jwt"), good, KEY)),
                Arguments.of("kid is SQL", forged(header("HS256", "k1' OR '1'='1", "at+jwt"), good, KEY)),
                Arguments.of("kid is long", forged(header("HS256", "k".repeat(900), "at+jwt"), good, KEY)),
                Arguments.of("key in the header", forged(jwk(), good, OTHER_KEY)),
                Arguments.of("typ JWT", forged(header("HS256", "k1", "JWT"), good, KEY)),
                Arguments.of("no typ", forged("{\"alg\":\"HS256\",\"kid\":\"k1\"}", good, KEY)),
                Arguments.of(
                        "crit",
                        forged(
                                "{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"at+jwt\",\"crit\":[\"x\"],\"x\":1}",
                                good,
                                KEY)),
                Arguments.of(
                        "zip",
                        forged("{\"alg\":\"HS256\",\"kid\":\"k1\",\"typ\":\"at+jwt\",\"zip\":\"DEF\"}", good, KEY)),
                Arguments.of("no exp", forged(header(), good.replaceAll("\"exp\":\\d+,", ""), KEY)),
                Arguments.of(
                        "exp is a word", forged(header(), good.replaceAll("\"exp\":\\d+", "\"exp\":\"soon\""), KEY)),
                Arguments.of("another issuer", forged(header(), good.replace("server-1", "server-2"), KEY)),
                Arguments.of("no issuer", forged(header(), good.replace("\"iss\":\"server-1\",", ""), KEY)),
                Arguments.of("another audience", forged(header(), good.replace("\"homekeep\"", "\"else\""), KEY)),
                Arguments.of(
                        "two audiences",
                        forged(header(), good.replace("\"homekeep\"", "[\"homekeep\",\"else\"]"), KEY)),
                Arguments.of("no session", forged(header(), good.replace("\"sid\":\"session-1\",", ""), KEY)),
                Arguments.of("session is a number", forged(header(), good.replace("\"session-1\"", "7"), KEY)),
                Arguments.of("no subject", forged(header(), good.replace("\"sub\":\"account-1\",", ""), KEY)),
                Arguments.of("not yet", forged(header(), good.replace("{", "{\"nbf\":9999999999,"), KEY)),
                Arguments.of("a member twice", forged(header(), good.replace("{", "{\"sid\":\"session-2\","), KEY)),
                Arguments.of("claims are a list", forged(header(), "[]", KEY)),
                Arguments.of(
                        "changed claims",
                        forged(header(), good, KEY)
                                .replaceFirst(
                                        "\\.[^.]+\\.", "." + base64(good.replace("session-1", "session-2")) + ".")),
                Arguments.of("no signature", forged(header(), good, KEY).replaceAll("\\.[^.]*$", ".")),
                Arguments.of("two parts", forged(header(), good, KEY).replaceAll("\\.[^.]*$", "")),
                Arguments.of("five parts", "a.b.c.d.e"),
                Arguments.of("nothing", ""),
                Arguments.of("dots", ".."),
                Arguments.of("noise", "\u0000\u0001 ; DROP TABLE sessions"),
                Arguments.of("much noise", "x".repeat(100_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void a_forgery_is_nobody(String trick, String token) {
        Refused refused = catchThrowableOfType(Refused.class, () -> tokens.verify(token));

        assertThat(refused.code()).as(trick).isEqualTo(ProblemCode.NOT_SIGNED_IN);
    }

    @Test
    void a_token_whose_time_is_over_says_so_even_when_it_was_verified_before() {
        Instant now = clock.instant();
        String token = tokens.issue("session-1", "account-1", List.of("pwd"), now, now.plusSeconds(300));
        tokens.verify(token);
        clock.advance(Duration.ofSeconds(301));

        Refused refused = catchThrowableOfType(Refused.class, () -> tokens.verify(token));

        assertThat(refused.code()).isEqualTo(ProblemCode.SESSION_EXPIRED);
    }

    private static String claims() {
        return "{\"iss\":\"server-1\",\"aud\":\"homekeep\",\"sub\":\"account-1\",\"sid\":\"session-1\",\"exp\":9999999999,\"amr\":[\"pwd\"]}";
    }

    private static String header() {
        return header("HS256", "k1", "at+jwt");
    }

    private static String header(String alg, String kid, String typ) {
        return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"%s\"}".formatted(alg, kid, typ);
    }

    private static String jwk() {
        return "{\"alg\":\"HS256\",\"kid\":\"k9\",\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"oct\",\"k\":\"%s\"}}"
                .formatted(Base64.getUrlEncoder().withoutPadding().encodeToString(OTHER_KEY));
    }

    private static String unsigned(String header, String claims) {
        return base64(header) + "." + base64(claims) + ".";
    }

    private static String forged(String header, String claims, byte[] key) {
        return signed("HmacSHA256", header, claims, key);
    }

    private static String forged512(String claims) {
        return signed("HmacSHA512", header("HS512", "k1", "at+jwt"), claims, KEY);
    }

    private static String signed(String algorithm, String header, String claims, byte[] key) {
        try {
            String body = base64(header) + "." + base64(claims);
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            byte[] signature = mac.doFinal(body.getBytes(StandardCharsets.US_ASCII));
            return body + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
