// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.admin.AdminEvents;
import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.block.Block;
import app.homekeep.model.block.NewBlock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class BlockedViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final BlockedViewModel model =
            new BlockedViewModel(text, house.source, house.blocks, house.deeds(text, notices));
    private int closed;

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void each_block_says_who_and_why() {
        assertThat(blocks()).extracting(model::who).containsExactly("anna · 192.168.1.77", "ben", "192.168.1.99");
        assertThat(blocks())
                .extracting(model::why)
                .containsExactly("Wrong passwords", "Guessed at from many places", "Blocked by you");
    }

    @Test
    void one_is_let_in_again() {
        model.unblock(blocks().getFirst());

        assertThat(blocks()).hasSize(2);
        assertThat(notices.allDone()).containsExactly("anna · 192.168.1.77 is unblocked");
    }

    @Test
    void an_address_is_shut_out_for_as_long_as_chosen() {
        var shutting = model.shutting();
        shutting.address.value.set(" 192.168.1.5 ");
        shutting.length.set(BlockedViewModel.Length.HOUR);

        model.send(shutting, () -> closed++);

        Block last = blocks().getLast();
        assertThat(last.address()).isEqualTo("192.168.1.5");
        assertThat(last.until()).isEqualTo(house.clock.instant().plus(Duration.ofHours(1)));
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void for_good_has_no_end() {
        var shutting = model.shutting();
        shutting.address.value.set("192.168.1.5");
        shutting.length.set(BlockedViewModel.Length.EVER);

        model.send(shutting, () -> closed++);

        assertThat(blocks().getLast().until()).isNull();
    }

    @Test
    void what_is_no_address_stays_in_the_form() {
        var shutting = model.shutting();
        model.send(shutting, () -> closed++);
        assertThat(shutting.address.problem.get()).isNotEmpty();

        shutting.address.value.set("the neighbour");
        model.send(shutting, () -> closed++);

        assertThat(shutting.state.refusal().get()).isNotEmpty();
        assertThat(closed).isZero();
    }

    @Test
    void who_is_kept_out_meanwhile_appears_with_the_event() {
        house.blocks.block(new NewBlock("10.0.0.1", 1));
        house.events.happen(AdminEvents.BLOCKS_CHANGED);

        assertThat(blocks()).hasSize(4);
    }

    private List<Block> blocks() {
        return model.blocks().get() instanceof Load.Ready<List<Block>>(List<Block> all) ? all : List.of();
    }
}
