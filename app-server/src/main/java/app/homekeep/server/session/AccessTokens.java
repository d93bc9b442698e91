// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.session;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.LocatorAdapter;
import io.jsonwebtoken.ProtectedHeader;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Access tokens: short-lived JWTs (RFC 9068 in shape, HS256) that do nothing but point at a session. Thread-safe.
///
/// A token that was verified once is remembered by its SHA-256 until it ends; its session is checked each time all the
/// same, by whoever asks.
@SuppressWarnings("JavaUtilDate") // jjwt's own type for times
final class AccessTokens {
    /// What a token says.
    record Pointer(String sessionId, String accountId, Instant expiresAt) {}

    private static final String TYPE = "at+jwt";
    private static final String AUDIENCE = "homekeep";
    private static final int LONGEST = 2048;
    private static final int REMEMBERED = 20_000;

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;
    private final JwtParser parser;
    private final Cache<String, Pointer> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /// @param issuer this server's own id, so that another server's token is nothing here
    AccessTokens(SigningKeys keys, String issuer, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.clock = clock;
        this.parser = Jwts.parser()
                .json(JwtJson.DESERIALIZER)
                .sig()
                .clear()
                .add(Jwts.SIG.HS256)
                .and()
                .zip()
                .clear()
                .and()
                .keyLocator(new ByKeyId())
                .requireIssuer(issuer)
                .requireAudience(AUDIENCE)
                .clock(() -> Date.from(clock.instant()))
                .build();
    }

    String issue(String sessionId, String accountId, List<String> amr, Instant now, Instant expiresAt) {
        SigningKeys.Key key = keys.active();
        return Jwts.builder()
                .json(JwtJson.SERIALIZER)
                .header()
                .keyId(key.id())
                .type(TYPE)
                .and()
                .issuer(issuer)
                .audience()
                .add(AUDIENCE)
                .and()
                .subject(accountId)
                .claim("sid", sessionId)
                .claim("amr", amr)
                .issuedAt(Date.from(now))
                .expiration(Date.from(expiresAt))
                .signWith(Keys.hmacShaKeyFor(key.bytes()), Jwts.SIG.HS256)
                .compact();
    }

    /// @throws Refused 401 `session_expired` when its time is over, `not_signed_in` when it is no token of ours
    Pointer verify(String token) {
        if (token.length() > LONGEST) {
            throw notSignedIn();
        }
        String digest = digest(token);
        Pointer remembered = verified.getIfPresent(digest);
        Pointer pointer = remembered == null ? parse(token) : remembered;
        if (!clock.instant().isBefore(pointer.expiresAt())) {
            throw expired();
        }
        if (remembered == null) {
            verified.put(digest, pointer);
        }
        return pointer;
    }

    /// Forgets every verified token: the keys have changed.
    void forget() {
        verified.invalidateAll();
    }

    private Pointer parse(String token) {
        try {
            var jws = parser.parseSignedClaims(token);
            var claims = jws.getPayload();
            Date expiration = claims.getExpiration();
            String session = claims.get("sid", String.class);
            // jjwt takes a token that never ends; here every token ends.
            if (expiration == null
                    || session == null
                    || claims.getSubject() == null
                    || !TYPE.equals(jws.getHeader().getType())
                    || !Set.of(AUDIENCE).equals(claims.getAudience())) {
                throw notSignedIn();
            }
            return new Pointer(session, claims.getSubject(), expiration.toInstant());
        } catch (ExpiredJwtException e) {
            throw expired();
        } catch (JwtException | IllegalArgumentException e) {
            throw notSignedIn();
        }
    }

    static Refused notSignedIn() {
        return new Refused(ProblemCode.NOT_SIGNED_IN, "Please sign in.");
    }

    private static Refused expired() {
        return new Refused(ProblemCode.SESSION_EXPIRED, "Your sign-in has to be renewed.");
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new String(hash, StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Finds the key by its exact id; whatever else a header says of keys is not looked at.
    private final class ByKeyId extends LocatorAdapter<Key> {
        @Override
        protected Key locate(ProtectedHeader header) {
            return Optional.ofNullable(header.getKeyId())
                    .flatMap(keys::find)
                    .map(key -> (Key) Keys.hmacShaKeyFor(key.bytes()))
                    .orElseThrow(() -> new JwtException("no such key"));
        }

        @Override
        protected Key doLocate(Header header) {
            throw new JwtException("not signed");
        }
    }
}
