// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.approvals;

import app.homekeep.desktop.admin.ApprovalsApi;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.kit.Notices;
import app.homekeep.desktop.kit.Ticker;
import app.homekeep.desktop.shell.Banner;
import app.homekeep.desktop.shell.Route;
import app.homekeep.desktop.shell.Shown;
import app.homekeep.desktop.text.Text;
import java.time.Clock;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;

/// The questions of a window: in a banner above its screens, and whole on the screen of sessions.
public final class Approvals {
    private static final int IN_BANNER = 1;

    private final Text text;
    private final ApprovalsViewModel model;

    public Approvals(Text text, Live.Source source, ApprovalsApi api, Ticker ticker, Clock clock, Notices notices) {
        this.text = text;
        model = new ApprovalsViewModel(text, source, api, new Deeds(text, source.background(), notices), ticker, clock);
    }

    /// Asks the first question, and counts the rest. The screen of sessions shows all of them by itself.
    public Banner banner() {
        var list = new QuestionList(text, model, "banner", IN_BANNER);
        list.getStyleClass().add("questions-banner");
        return new Banner(list, Set.of(Route.SESSIONS));
    }

    /// What all others show runs while this does.
    public Shown follows() {
        return Shown.of(model::onShow, model::onHide);
    }

    /// Every question.
    public Node list() {
        var list = new QuestionList(text, model, "questions", Integer.MAX_VALUE);
        list.managedProperty().bind(Bindings.isNotEmpty(list.getChildren()));
        return list;
    }
}
