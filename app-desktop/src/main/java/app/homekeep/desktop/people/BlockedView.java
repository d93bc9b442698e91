// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.kit.Buttons;
import app.homekeep.desktop.kit.Columns;
import app.homekeep.desktop.kit.Dialogs;
import app.homekeep.desktop.kit.EmptyState;
import app.homekeep.desktop.kit.Form;
import app.homekeep.desktop.kit.Icons;
import app.homekeep.desktop.kit.LoadPane;
import app.homekeep.desktop.kit.Words;
import app.homekeep.desktop.shell.Screen;
import app.homekeep.desktop.text.Formats;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.block.Block;
import java.time.Instant;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who is kept out, on screen.
final class BlockedView implements Screen {
    private static final double ROOMY = 760;

    private final Text text;
    private final BlockedViewModel model;
    private final Dialogs dialogs;
    private final Node node;

    BlockedView(Text text, Formats formats, BlockedViewModel model, Dialogs dialogs, ObservableValue<Number> zoom) {
        this.text = text;
        this.model = model;
        this.dialogs = dialogs;
        var table = new TableView<Block>();
        new Columns<>(table, "blocks", text.get("people.section.blocked"), zoom)
                .words(text.get("blocked.who"), 150, model::who)
                .words(text.get("blocked.why"), 170, model::why)
                .words(text.get("blocked.count"), 80, block -> formats.number(block.count()))
                .from(ROOMY)
                .words(text.get("blocked.since"), 110, block -> formats.moment(block.since()))
                .from(ROOMY)
                .words(text.get("blocked.until"), 110, block -> {
                    Instant until = block.until();
                    return until == null ? text.get("blocked.ever") : formats.moment(until);
                })
                .cells(text.get("blocked.action"), 130, (cell, block) -> {
                    var unblock = Buttons.plain(
                            "unblock-" + block.id(),
                            text.get("blocked.unblock"),
                            Icons.UNBLOCK,
                            () -> model.unblock(block));
                    unblock.getStyleClass().add("tight");
                    cell.setGraphic(Buttons.named(unblock, text.get("blocked.unblock.words", model.who(block))));
                });
        var list = new LoadPane<>(
                text,
                model.blocks(),
                model::load,
                table,
                blocks -> table.getItems().setAll(blocks),
                List::isEmpty,
                new EmptyState(Icons.OK, text.get("blocked.empty"), text.get("blocked.empty.words")));
        VBox.setVgrow(list, Priority.ALWAYS);
        node = new VBox(
                12, list, Buttons.plain("block-address", text.get("blocked.address.block"), Icons.BLOCK, this::ask));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void onShow() {
        model.onShow();
    }

    @Override
    public void onHide() {
        model.onHide();
    }

    private void ask() {
        BlockedViewModel.Shutting shutting = model.shutting();
        Form form = new Form()
                .text(
                        "address",
                        text.get("blocked.address"),
                        text.get("blocked.address.help"),
                        shutting.address.value,
                        shutting.address.problem)
                .choice(
                        "length",
                        text.get("blocked.length"),
                        "",
                        List.of(BlockedViewModel.Length.values()),
                        shutting.length,
                        new Words<>(length -> text.get(length.key())));
        form.getStyleClass().add("dialog-words");
        dialogs.course(
                text.get("blocked.address.title"),
                course -> course.ask(
                        form,
                        "send-block",
                        text.get("blocked.address.action"),
                        shutting.state.busy(),
                        shutting.state.refusal(),
                        () -> model.send(shutting, course::close)));
    }
}
