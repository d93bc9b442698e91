// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.password;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes and checks password hashes, at most two at once: each takes 19 MiB, and a flood of sign-ins must not end the
/// process. A short queue waits; who comes behind it is asked to come again. Thread-safe.
///
/// They run on threads of their own: on a virtual one a hash would keep a carrier busy, and two of them every request.
public final class PasswordHashes {
    private static final int AT_ONCE = 2;
    private static final int QUEUE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecureRandom random;
    private final Argon2.Cost cost;
    private final Argon2 nobody;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("password-", 1).daemon().factory());

    public PasswordHashes(SecureRandom random) {
        this(random, Argon2.Cost.OWASP);
    }

    PasswordHashes(SecureRandom random, Argon2.Cost cost) {
        this.random = random;
        this.cost = cost;
        // No password has this hash: it is random, not computed, so it costs nothing at start.
        this.nobody = new Argon2(cost, bytes(Argon2.SALT_BYTES), bytes(32));
        threads.allowCoreThreadTimeOut(true);
    }

    /// The hash to keep, as a PHC string.
    ///
    /// @throws Refused 503 when too many are being computed
    public String hash(String password) {
        byte[] salt = bytes(Argon2.SALT_BYTES);
        return inTurn(() -> Argon2.of(password, salt, cost).phc());
    }

    /// Whether the password has that hash. Without a hash one is computed all the same, so that an unknown name takes
    /// the time of a wrong password.
    ///
    /// @throws Refused 503 when too many are being computed
    public boolean check(String password, Optional<String> phc) {
        Argon2 kept = phc.map(Argon2::parse).orElse(nobody);
        boolean matches = inTurn(() -> kept.matches(password));
        return matches && phc.isPresent();
    }

    /// Whether a hash was made at another cost than new ones are, and should be made again while the password is known.
    public boolean outdated(String phc) {
        return !Argon2.parse(phc).cost().equals(cost);
    }

    private <T> T inTurn(Callable<T> work) {
        try {
            Future<T> result = threads.submit(work);
            try {
                return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                result.cancel(false);
                throw busy();
            }
        } catch (RejectedExecutionException e) {
            throw busy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e);
        }
    }

    private static Refused busy() {
        return Refused.later(
                ProblemCode.BUSY, "Too many people are signing in just now. Please try again.", Duration.ofSeconds(2));
    }

    private byte[] bytes(int count) {
        byte[] result = new byte[count];
        random.nextBytes(result);
        return result;
    }
}
