// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.audit;

import app.homekeep.desktop.kit.AsyncButton;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.audit.AuditCheck;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Whether nobody has changed or cut the log.
final class ChainMark extends HBox {
    private final Text text;
    private final Formats formats;
    private final Label mark = new Label();

    ChainMark(Text text, Formats formats, AuditViewModel model) {
        super(12);
        this.text = text;
        this.formats = formats;
        setAlignment(Pos.CENTER_LEFT);
        mark.setId("chain");
        mark.setGraphicTextGap(8);
        mark.setMinWidth(USE_PREF_SIZE);
        var verify = new AsyncButton(
                "verify",
                text.get("audit.verify"),
                text.get("audit.verifying"),
                Icons.VERIFY,
                model.checking(),
                model::verify);
        getChildren().addAll(mark, verify);
        model.check().addListener((_, _, now) -> show(now));
        show(model.check().get());
    }

    private void show(Optional<AuditCheck> check) {
        mark.getStyleClass().removeAll("chain-good", "chain-bad", "muted");
        if (check.isEmpty()) {
            mark.setText(text.get("audit.chain.unknown"));
            mark.setGraphic(Icons.INFO.node());
            mark.getStyleClass().add("muted");
        } else if (check.get().intact()) {
            mark.setText(
                    text.get("audit.chain.intact", formats.number(check.get().rows())));
            mark.setGraphic(Icons.OK.node());
            mark.getStyleClass().add("chain-good");
        } else {
            Long seq = check.get().brokenSeq();
            mark.setText(
                    seq == null ? text.get("audit.chain.cut") : text.get("audit.chain.broken", formats.number(seq)));
            mark.setGraphic(Icons.PROBLEM.node());
            mark.getStyleClass().add("chain-bad");
        }
    }
}
