// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.async.Load;
import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.fixture.NoticesFixture;
import app.homekeep.desktop.fixture.SupervisorFixture;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.invite.Invite;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DC-02")
class InvitesViewModelTest {
    private final House house = new House();
    private final NoticesFixture notices = new NoticesFixture();
    private final Text text = new Text(Language.ENGLISH);
    private final InvitesViewModel model =
            new InvitesViewModel(text, house.source, house.requests, house.deeds(text, notices));

    @BeforeEach
    void show() {
        house.supervisor.becomes(SupervisorFixture.running(house.clock.instant()));
        model.onShow();
    }

    @Test
    void each_invite_says_for_whom_it_is_as_far_as_that_is_known() {
        assertThat(invites()).extracting(model::who).containsExactly("Uncle Paul", "oma", "Whoever has the link");
    }

    @Test
    void an_invite_is_revoked_once() {
        Invite first = invites().getFirst();

        model.revoke(first);
        model.revoke(first);

        assertThat(invites()).hasSize(2);
        assertThat(notices.allDone()).containsExactly("The invite for Uncle Paul is revoked");
        assertThat(notices.problems()).hasSize(1);
    }

    private List<Invite> invites() {
        return model.invites().get() instanceof Load.Ready<List<Invite>>(List<Invite> all) ? all : List.of();
    }
}
