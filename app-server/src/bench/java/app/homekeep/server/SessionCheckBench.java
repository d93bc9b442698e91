// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import app.homekeep.model.Permission;
import app.homekeep.server.access.Caller;
import app.homekeep.server.audit.AuditEntry;
import app.homekeep.server.audit.AuditKind;
import app.homekeep.server.http.Credential;
import app.homekeep.server.http.Open;
import app.homekeep.server.keyring.Purpose;
import app.homekeep.server.session.Device;
import app.homekeep.server.session.SessionFeature;
import app.homekeep.server.session.Tokens;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.AbstractDeserializer;
import io.jsonwebtoken.security.Keys;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.crypto.SecretKey;

/// What a session costs each request (remembered token → session → account → permission), beside jjwt's verification of
/// a token alone. The budget is 0.3 ×.
///
/// ```
/// ./mvnw -q -pl app-server -am -Pbench -DskipTests -Dbench.main=app.homekeep.server.SessionCheckBench test
/// ```
public final class SessionCheckBench {
    private static final int ROUNDS = 9;
    private static final int CALLS = 100_000;

    private SessionCheckBench() {}

    public static void main(String[] arguments) throws Exception {
        BenchHome.quiet();
        Path folder = Files.createTempDirectory("homekeep-bench");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path files = Files.createDirectory(folder.resolve("files"));
        try (Foundation f = Foundation.open(data, Optional.of(files), Clock.systemUTC(), new SecureRandom())) {
            run(f);
        }
        BenchHome.delete(folder);
    }

    private static void run(Foundation f) {
        SessionFeature sessions = SessionFeature.of(
                f.database,
                f.accounts,
                f.roles,
                new KeyringKeys(f.keyring),
                f.keyring.serverId(),
                new SettingLifetimes(f.settings),
                new Open(() -> {}),
                f.events,
                f.audit,
                f.ids,
                f.random,
                f.clock);
        var owner = f.accounts.createOwner(
                BenchHome.OWNER,
                BenchHome.PASSWORD,
                AuditEntry.by(AuditKind.OWNER_CREATE, BenchHome.OWNER, "-", Optional.empty()));
        Tokens tokens = f.database.write(tx -> {
            var session = sessions.sessions()
                    .begin(
                            tx,
                            owner,
                            new Device("Bench", "Bench"),
                            "127.0.0.1",
                            false,
                            List.of("pwd"),
                            Optional.empty());
            return sessions.sessions().firstTokens(tx, session);
        });
        var credential = new Credential(tokens.access(), true);
        sessions.sessions().identify(credential, "127.0.0.1");
        IntSupplier ours = () -> sessions.sessions()
                .remembered(credential, "127.0.0.1")
                .filter(caller -> caller.may(Permission.FILE_READ))
                .map(Caller::name)
                .orElseThrow()
                .length();

        SecretKey key = Keys.hmacShaKeyFor(f.keyring.active(Purpose.JWT).bytes());
        JwtParser parser = Jwts.parser()
                .json(new PlainJson())
                .requireIssuer(f.keyring.serverId())
                .verifyWith(key)
                .build();
        IntSupplier bare = () -> parser.parseSignedClaims(tokens.access())
                .getPayload()
                .getSubject()
                .length();

        double[] check = new double[ROUNDS];
        double[] verify = new double[ROUNDS];
        time(ours);
        time(bare);
        for (int i = 0; i < ROUNDS; i++) {
            check[i] = time(ours);
            verify[i] = time(bare);
        }
        Arrays.sort(check);
        Arrays.sort(verify);
        System.out.printf(
                "session check %.0f ns, jjwt's verification %.0f ns: %.2f x%n",
                check[ROUNDS / 2], verify[ROUNDS / 2], check[ROUNDS / 2] / verify[ROUNDS / 2]);
    }

    /// Nanoseconds a call.
    private static double time(IntSupplier call) {
        long sum = 0;
        long began = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            sum += call.getAsInt();
        }
        double each = (System.nanoTime() - began) / (double) CALLS;
        if (sum == 0) {
            throw new IllegalStateException("nothing was done");
        }
        return each;
    }

    /// What jjwt reads claims with; the same parser that the server has.
    private static final class PlainJson extends AbstractDeserializer<Map<String, ?>> {
        private static final JsonType<Map<String, Object>> OBJECT =
                Jsonb.builder().build().type(Object.class).map();

        @Override
        protected Map<String, ?> doDeserialize(Reader reader) throws IOException {
            var text = new StringWriter();
            reader.transferTo(text);
            return OBJECT.fromJson(text.toString());
        }
    }
}
