// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import app.homekeep.model.pairing.Pairing;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far one pairing has come. Each step makes the next one.
///
/// ```
///  made ──code──▶ ARRIVED ──▶ DOWNLOADED ──▶ BY_ADDRESS, BY_NAME: through
///                    │ from here on the device has the token    ▲
///                    └──────────────── just uses it ────────────┘
/// ```
///
/// @param code      what the QR code says; spent by the first device
/// @param token     what that device's links say instead
/// @param expiresAt nothing counts from then on; each step gives the next one as long again
/// @param comer     the device, once it came
/// @param contested whether another device came with the code too
record Walk(
        String id,
        String code,
        String token,
        String url,
        Instant createdAt,
        Instant expiresAt,
        Optional<Comer> comer,
        boolean contested,
        Map<Step, Instant> steps,
        Evidence evidence) {
    static final Duration GOOD = Duration.ofMinutes(10);

    enum Step {
        ARRIVED,
        DOWNLOADED,
        BY_ADDRESS,
        BY_NAME
    }

    static Walk begin(String id, String code, String token, String url, Instant now) {
        return new Walk(id, code, token, url, now, now.plus(GOOD), Optional.empty(), false, Map.of(), Evidence.NONE);
    }

    Walk arrived(Comer who, Instant now) {
        return new Walk(id, code, token, url, createdAt, expiresAt, Optional.of(who), contested, steps, evidence)
                .step(Step.ARRIVED, now);
    }

    Walk downloaded(Instant now) {
        return step(Step.DOWNLOADED, now);
    }

    /// The page was opened at the LAN door.
    Walk page(Form form, Instant now) {
        return by(form, now).having(evidence.page(form));
    }

    /// A picture of the LAN door's was loaded.
    Walk picture(Form form, Instant now) {
        return by(form, now).having(evidence.picture(form, steps.containsKey(Step.DOWNLOADED)));
    }

    Walk contest() {
        return new Walk(id, code, token, url, createdAt, expiresAt, comer, true, steps, evidence);
    }

    boolean open(Instant now) {
        return now.isBefore(expiresAt);
    }

    /// Whether it came over the LAN door.
    boolean through() {
        return steps.containsKey(Step.BY_ADDRESS) || steps.containsKey(Step.BY_NAME);
    }

    Pairing pairing(String fingerprint) {
        return new Pairing(
                id,
                url,
                fingerprint,
                createdAt,
                expiresAt,
                comer.map(Comer::name).orElse(null),
                comer.map(Comer::address).orElse(null),
                at(Step.ARRIVED),
                at(Step.DOWNLOADED),
                at(Step.BY_ADDRESS),
                at(Step.BY_NAME),
                evidence.trust());
    }

    /// Without code and token.
    @Override
    public String toString() {
        return "Walk[" + id + "]";
    }

    private @Nullable Instant at(Step step) {
        return steps.get(step);
    }

    private Walk by(Form form, Instant now) {
        return step(form == Form.NAME ? Step.BY_NAME : Step.BY_ADDRESS, now);
    }

    /// The first time is what counts.
    private Walk step(Step step, Instant now) {
        if (steps.containsKey(step)) {
            return this;
        }
        var all = new EnumMap<Step, Instant>(Step.class);
        all.putAll(steps);
        all.put(step, now);
        return new Walk(id, code, token, url, createdAt, now.plus(GOOD), comer, contested, Map.copyOf(all), evidence);
    }

    private Walk having(Evidence now) {
        return new Walk(id, code, token, url, createdAt, expiresAt, comer, contested, steps, now);
    }
}
