// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.pairing;

import static app.homekeep.server.pairing.Form.ADDRESS;
import static app.homekeep.server.pairing.Form.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void at_first_nothing_is_known() {
        assertThat(Evidence.NONE.trust()).isEqualTo("unknown");
    }

    @Test
    void a_page_alone_was_opened_past_a_warning() {
        assertThat(Evidence.NONE.page(ADDRESS).trust()).isEqualTo("warned");
        assertThat(Evidence.NONE.page(NAME).page(ADDRESS).trust()).isEqualTo("warned");
    }

    @Test
    void one_picture_before_any_page_may_come_from_an_earlier_click_past_the_warning() {
        assertThat(Evidence.NONE.picture(ADDRESS, false).trust()).isEqualTo("unknown");
        assertThat(Evidence.NONE.picture(ADDRESS, false).page(ADDRESS).trust()).isEqualTo("unknown");
    }

    @Test
    void pictures_by_both_name_and_address_are_trust() {
        assertThat(Evidence.NONE.picture(ADDRESS, false).picture(NAME, false).trust())
                .isEqualTo("trusted");
    }

    @Test
    void a_picture_that_comes_once_the_certificate_was_fetched_is_trust() {
        assertThat(Evidence.NONE.picture(ADDRESS, true).trust()).isEqualTo("trusted");
    }

    @Test
    void a_picture_that_came_before_the_certificate_too_is_none() {
        assertThat(Evidence.NONE.picture(ADDRESS, false).picture(ADDRESS, true).trust())
                .isEqualTo("unknown");
    }

    @Test
    void behind_a_page_by_the_address_a_picture_by_the_name_is_trust() {
        assertThat(Evidence.NONE.page(ADDRESS).picture(NAME, false).trust()).isEqualTo("trusted");
    }

    @Test
    void behind_a_page_by_the_address_a_picture_by_the_address_says_nothing() {
        assertThat(Evidence.NONE.page(ADDRESS).picture(ADDRESS, true).trust()).isEqualTo("warned");
    }
}
