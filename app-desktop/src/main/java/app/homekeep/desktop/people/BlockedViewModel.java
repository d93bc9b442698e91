// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.admin.BlocksApi;
import app.homekeep.desktop.async.Background;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.kit.Deeds;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.kit.Live;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.Invalid;
import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Who is kept waiting or out. FX thread only.
final class BlockedViewModel {
    private final Text text;
    private final BlocksApi api;
    private final Background background;
    private final Deeds deeds;
    private final Live<List<Block>> blocks;

    /// How long an address is shut out.
    enum Length {
        HOUR(1),
        DAY(24),
        WEEK(24 * 7),
        EVER(null);

        private final @Nullable Integer hours;

        Length(@Nullable Integer hours) {
            this.hours = hours;
        }

        String key() {
            return "blocked.length." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// An address to be shut out.
    static final class Shutting {
        final Field address = new Field();
        final ObjectProperty<Length> length = new SimpleObjectProperty<>(Length.DAY);
        final FormState state;

        private Shutting(FormState state) {
            this.state = state;
        }
    }

    BlockedViewModel(Text text, Live.Source source, BlocksApi api, Deeds deeds) {
        this.text = text;
        this.api = api;
        this.background = source.background();
        this.deeds = deeds;
        blocks = new Live<>(source, api::blocks, AdminEvents.BLOCKS_CHANGED);
    }

    ReadOnlyObjectProperty<Load<List<Block>>> blocks() {
        return blocks.value();
    }

    void onShow() {
        blocks.onShow();
    }

    void onHide() {
        blocks.onHide();
    }

    void load() {
        blocks.load();
    }

    /// The account, the address, or both.
    String who(Block block) {
        return Stream.of(Optional.ofNullable(block.user()), Optional.ofNullable(block.address()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /// Why, in words.
    String why(Block block) {
        return text.getOr("blocked.kind." + block.kind(), block.kind());
    }

    void unblock(Block block) {
        deeds.run(() -> api.unblock(block.id()), text.get("blocked.unblocked", who(block)), this::load);
    }

    Shutting shutting() {
        return new Shutting(new FormState(text, background));
    }

    /// Sends what makes sense; whether it is an address is the server's to say.
    void send(Shutting shutting, Runnable onDone) {
        try {
            var block = new NewBlock(shutting.address.words(), shutting.length.get().hours);
            shutting.state.send(
                    () -> {
                        api.block(block);
                        return true;
                    },
                    _ -> {
                        load();
                        onDone.run();
                    });
        } catch (Invalid e) {
            shutting.address.check(text.get("blocked.address.missing"));
        }
    }
}
