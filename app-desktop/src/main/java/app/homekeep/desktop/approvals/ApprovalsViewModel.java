// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.approvals;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.ApprovalsApi;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.device.Approval;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The devices that want in now, and the owner's answers. Time is counted only while one waits. FX thread only.
final class ApprovalsViewModel {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Text text;
    private final ApprovalsApi api;
    private final Deeds deeds;
    private final Ticker ticker;
    private final Clock clock;
    private final Live<List<Approval>> live;
    private final ReadOnlyObjectWrapper<List<Approval>> waiting = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper seconds = new ReadOnlyIntegerWrapper();
    // Answered, and not to be asked about again while the server is being told.
    private final Set<String> answered = new HashSet<>();
    private boolean ticking;
    private Runnable stopTicking = () -> {};

    ApprovalsViewModel(Text text, Live.Source source, ApprovalsApi api, Deeds deeds, Ticker ticker, Clock clock) {
        this.text = text;
        this.api = api;
        this.deeds = deeds;
        this.ticker = ticker;
        this.clock = clock;
        live = new Live<>(source, api::approvals, AdminEvents.APPROVALS_CHANGED);
        live.value().addListener((_, _, now) -> {
            if (!(now instanceof Load.Failed<List<Approval>>)) {
                show();
            }
        });
    }

    /// Those that wait, the first to ask first.
    ReadOnlyObjectProperty<List<Approval>> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// Changes with each second while one waits.
    ReadOnlyIntegerProperty seconds() {
        return seconds.getReadOnlyProperty();
    }

    void onShow() {
        live.onShow();
        // What is known may be what was known before, and then tells nobody.
        show();
    }

    void onHide() {
        live.onHide();
        tick(false);
    }

    /// Who wants in, and the number to compare. A device that bears its holder's name isn't said to be theirs twice.
    String question(Approval approval) {
        return said("approval.question", approval, approval.number());
    }

    /// Where it asks from.
    String from(Approval approval) {
        return text.get("approval.from", approval.browser(), approval.address(), approval.user());
    }

    /// Seconds until the question is void.
    long left(Approval approval) {
        return Math.max(
                0, Duration.between(clock.instant(), approval.expiresAt()).toSeconds());
    }

    void allow(Approval approval) {
        answer(approval, () -> api.allow(approval.id()), said("approval.allowed", approval));
    }

    void deny(Approval approval) {
        answer(approval, () -> api.deny(approval.id()), said("approval.denied", approval));
    }

    private void answer(Approval approval, Runnable work, String words) {
        answered.add(approval.id());
        show();
        deeds.run(work, words, () -> {
            answered.remove(approval.id());
            live.load();
        });
    }

    private String said(String key, Approval approval, Object... more) {
        String device = approval.device().toLowerCase(Locale.ROOT);
        boolean says = device.contains(approval.user().toLowerCase(Locale.ROOT))
                || device.contains(approval.displayName().toLowerCase(Locale.ROOT));
        String what = says ? approval.device() : text.get("approval.device", approval.displayName(), approval.device());
        return more.length == 0 ? text.get(key, what) : text.get(key, what, more[0]);
    }

    private void show() {
        waiting.set(live.now().orElse(List.of()).stream()
                .filter(approval -> left(approval) > 0 && !answered.contains(approval.id()))
                .toList());
        tick(!waiting.get().isEmpty());
    }

    private void tick(boolean wanted) {
        if (wanted == ticking) {
            return;
        }
        ticking = wanted;
        stopTicking.run();
        stopTicking = wanted ? ticker.every(SECOND, this::second) : () -> {};
    }

    private void second() {
        seconds.set(seconds.get() + 1);
        if (waiting.get().stream().anyMatch(approval -> left(approval) == 0)) {
            show();
        }
    }
}
