// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.pairing;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.DoctorApi;
import app.homekeep.desktop.admin.PairingsApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.FindingWords;
import app.homekeep.desktop.kit.Latest;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.control.DoctorPart;
import app.homekeep.model.control.Finding;
import app.homekeep.model.control.Finding.State;
import app.homekeep.model.pairing.Pairing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One device on its way in. From [#begin] to [#end] it follows the server, and time. FX thread only.
final class PairingViewModel {
    /// A phone that is held to the code is on the page within this.
    static final Duration PATIENCE = Duration.ofSeconds(20);
    /// As long as it takes to read the page, and longer.
    static final Duration READING = Duration.ofSeconds(60);

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final List<State> WORTH_SAYING = List.of(State.WRONG, State.HINT);
    private static final Set<String> ON_THE_WAY = Stream.of(
                    DoctorPart.CLOCK,
                    DoctorPart.NETWORK,
                    DoctorPart.LAN_DOOR,
                    DoctorPart.WELCOME_DOOR,
                    DoctorPart.CERTIFICATE,
                    DoctorPart.NAME,
                    DoctorPart.FIREWALL)
            .map(DoctorPart::wire)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SAID_ALREADY = Set.of("door_closed", "network_away", "network_unknown");

    private final Text text;
    private final FindingWords words;
    private final Live.Source source;
    private final PairingsApi api;
    private final DoctorApi doctor;
    private final Ticker ticker;
    private final Clock clock;
    private final Latest asking;
    private final Latest examining;
    private final ReadOnlyObjectWrapper<Load<Pairing>> pairing = new ReadOnlyObjectWrapper<>(new Load.Loading<>());
    private final ReadOnlyObjectWrapper<List<Finding>> findings = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper seconds = new ReadOnlyIntegerWrapper();
    private List<Runnable> running = List.of();
    private boolean examined;

    PairingViewModel(
            Text text,
            Formats formats,
            Live.Source source,
            PairingsApi api,
            DoctorApi doctor,
            Ticker ticker,
            Clock clock) {
        this.text = text;
        words = new FindingWords(text, formats);
        this.source = source;
        this.api = api;
        this.doctor = doctor;
        this.ticker = ticker;
        this.clock = clock;
        asking = new Latest(source.background());
        examining = new Latest(source.background());
    }

    ReadOnlyObjectProperty<Load<Pairing>> pairing() {
        return pairing.getReadOnlyProperty();
    }

    /// What the doctor found, once it was asked.
    ReadOnlyObjectProperty<List<Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /// Changes with each second.
    ReadOnlyIntegerProperty seconds() {
        return seconds.getReadOnlyProperty();
    }

    /// Makes a code, and follows what comes of it.
    void begin() {
        stop();
        pairing.set(new Load.Loading<>());
        findings.set(List.of());
        examined = false;
        running = List.of(source.events().watch(this::happened), ticker.every(SECOND, this::second));
        asking.run(api::begin, this::seen, this::failed);
    }

    /// Follows it no more. A code that nobody came in with is void from now on.
    void end() {
        stop();
        now().filter(one -> phase(one) != Phase.IN).ifPresent(this::forget);
    }

    Phase phase(Pairing one) {
        if (through(one)) {
            return Phase.IN;
        }
        Instant now = clock.instant();
        Instant arrived = one.arrivedAt();
        if (!now.isBefore(one.expiresAt())) {
            return Phase.OVER;
        }
        if (arrived == null) {
            return now.isBefore(one.createdAt().plus(PATIENCE)) ? Phase.WAITING : Phase.LATE;
        }
        return now.isBefore(arrived.plus(READING)) ? Phase.ARRIVED : Phase.STUCK;
    }

    /// How long the code is still good.
    Duration left(Pairing one) {
        Duration left = Duration.between(clock.instant(), one.expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// What the device is called, as far as is known.
    String device(Pairing one) {
        return Optional.ofNullable(one.device()).orElseGet(() -> text.get("pairing.device"));
    }

    /// What may keep the device from coming: what the doctor found first, then what it can't know.
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        for (State state : WORTH_SAYING) {
            findings.get().stream()
                    .filter(finding -> finding.state() == state && keepsOut(finding))
                    .map(words::sentence)
                    .distinct()
                    .forEach(reasons::add);
        }
        reasons.add(text.get("pairing.reason.wifi"));
        reasons.add(text.get("pairing.reason.vpn"));
        return reasons;
    }

    /// What is said of a closed door is said, with its cure, beside the code already.
    private static boolean keepsOut(Finding finding) {
        return ON_THE_WAY.contains(finding.part())
                && SAID_ALREADY.stream().noneMatch(code -> finding.code().startsWith(code));
    }

    private static boolean through(Pairing one) {
        return Trust.of(one) != Trust.UNKNOWN && (Step.ADDRESS.done(one) || Step.NAME.done(one));
    }

    private Optional<Pairing> now() {
        return pairing.get() instanceof Load.Ready<Pairing>(Pairing here) ? Optional.of(here) : Optional.empty();
    }

    private void happened(String event) {
        if (event.equals(AdminEvents.PAIRINGS_CHANGED)) {
            ask();
        }
        if (event.equals(AdminEvents.NETWORK_CHANGED) && examined) {
            examine();
        }
    }

    private void ask() {
        // One miss is nothing, and a code that is over is gone from the server.
        now().ifPresent(one -> asking.run(() -> api.pairing(one.id()), this::seen, _ -> {}));
    }

    private void seen(Pairing now) {
        pairing.set(new Load.Ready<>(now));
        look();
    }

    private void failed(AdminProblem problem) {
        pairing.set(new Load.Failed<>(problem));
    }

    private void second() {
        seconds.set(seconds.get() + 1);
        look();
    }

    /// Asks the doctor once it takes too long.
    private void look() {
        if (!examined && now().filter(one -> phase(one) == Phase.LATE).isPresent()) {
            examined = true;
            examine();
        }
    }

    private void examine() {
        examining.run(doctor::findings, findings::set, _ -> {});
    }

    private void forget(Pairing one) {
        source.background()
                .run(
                        () -> {
                            api.end(one.id());
                            return true;
                        },
                        _ -> {},
                        _ -> {});
    }

    private void stop() {
        running.forEach(Runnable::run);
        running = List.of();
        asking.cancel();
        examining.cancel();
    }
}
