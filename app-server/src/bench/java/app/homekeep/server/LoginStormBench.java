// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What everybody else feels of 50 wrong sign-ins a second from 20 addresses: the 99th percentile of `GET /auth/me`,
/// quiet
/// and in the storm, in one run, with the rates on and off. The budget is 3 ×.
///
/// ```
/// ./mvnw -q -pl app-server -am -Pbench -DskipTests -Dbench.main=app.homekeep.server.LoginStormBench test
/// ```
public final class LoginStormBench {
    private static final int ADDRESSES = 20;
    private static final int A_SECOND = 50;
    private static final int READS = 2_000;
    private static final int MILLIS_BETWEEN = 5;

    private LoginStormBench() {}

    public static void main(String[] arguments) throws Exception {
        try (var home = new BenchHome();
                HttpClient http = BenchHome.from("127.0.0.1")) {
            String cookie = home.cookie();
            HttpRequest me = HttpRequest.newBuilder(URI.create(home.local() + "/api/v1/auth/me"))
                    .header("Cookie", cookie)
                    .build();
            home.rates(false);
            percentile(http, me);
            double quiet = percentile(http, me);
            double stormOff = inStorm(home, http, me);
            home.rates(true);
            TimeUnit.SECONDS.sleep(1);
            double stormOn = inStorm(home, http, me);
            System.out.printf(
                    "p99 of GET /auth/me: quiet %.2f ms; in the storm, rates on %.2f ms (%.1f x), rates off %.2f ms (%.1f x)%n",
                    quiet, stormOn, stormOn / quiet, stormOff, stormOff / quiet);
        }
    }

    private static double inStorm(BenchHome home, HttpClient http, HttpRequest me) throws Exception {
        List<HttpClient> attackers = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            attackers.add(BenchHome.from("127.0.1." + (i + 1)));
        }
        var count = new AtomicInteger();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ticking = clock.scheduleAtFixedRate(
                    () -> threads.execute(() -> {
                        int n = count.incrementAndGet();
                        try {
                            home.signIn(attackers.get(n % ADDRESSES), "guess" + n, "a wrong password");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }),
                    0,
                    1000 / A_SECOND,
                    TimeUnit.MILLISECONDS);
            try {
                return percentile(http, me);
            } finally {
                ticking.cancel(false);
            }
        } finally {
            attackers.forEach(HttpClient::shutdownNow);
        }
    }

    private static double percentile(HttpClient http, HttpRequest me) throws Exception {
        double[] millis = new double[READS];
        for (int i = 0; i < READS; i++) {
            long began = System.nanoTime();
            int status = http.send(me, BodyHandlers.discarding()).statusCode();
            millis[i] = (System.nanoTime() - began) / 1e6;
            if (status != 200) {
                throw new IllegalStateException("answered " + status);
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
        }
        Arrays.sort(millis);
        return millis[READS * 99 / 100];
    }
}
