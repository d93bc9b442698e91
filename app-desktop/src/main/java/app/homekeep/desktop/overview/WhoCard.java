// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.overview;

import app.homekeep.desktop.kit.Card;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.Labels;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.session.SessionInfo;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Who is signed in now: the few seen last.
final class WhoCard {
    private static final int AT_MOST = 4;

    private final Text text;
    private final Formats formats;
    private final Card card;
    private final VBox lines = new VBox(8);
    private final Hyperlink all = new Hyperlink();

    /// @param showAll leads to the sessions
    WhoCard(Text text, Formats formats, Runnable showAll) {
        this.text = text;
        this.formats = formats;
        all.setId("all-sessions");
        all.setOnAction(_ -> {
            all.setVisited(false);
            showAll.run();
        });
        card = new Card(text.get("overview.who"), lines).beside(all);
        show(List.of());
    }

    Node node() {
        return card;
    }

    void show(List<SessionInfo> sessions) {
        lines.getChildren().clear();
        all.setText(text.get("overview.who.all", sessions.size()));
        all.setVisible(!sessions.isEmpty());
        if (sessions.isEmpty()) {
            lines.getChildren().add(Labels.wrapping(Labels.muted(text.get("overview.who.nobody"))));
        }
        sessions.stream().limit(AT_MOST).map(this::line).forEach(lines.getChildren()::add);
        if (sessions.size() > AT_MOST) {
            lines.getChildren().add(Labels.muted(text.get("overview.who.more", sessions.size() - AT_MOST)));
        }
    }

    private HBox line(SessionInfo session) {
        Label seen =
                Labels.explained(Labels.muted(formats.moment(session.lastSeenAt())), formats.utc(session.lastSeenAt()));
        seen.setMinWidth(Region.USE_PREF_SIZE);
        var names = new VBox(
                Labels.strong(session.user()),
                Labels.explained(
                        Labels.muted(session.device()),
                        text.get("overview.who.device", session.browser(), session.address())));
        HBox.setHgrow(names, Priority.ALWAYS);
        var line = new HBox(12, Icons.USER.node("quiet-icon"), names, seen);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
