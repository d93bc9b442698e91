// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("LF-12")
class NothingToDoTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void with_a_certificate_of_the_owners_there_is_nothing_to_install_but_a_way_on(int language) {
        Texts texts = Texts.languages().get(language);
        var onwards = List.of(new TrustPage.Link("https://home.example:8443/", "home.example:8443"));

        String page = NothingToDoRenderer.of()
                .execute(new NothingToDo(
                        texts.language(), texts.all(), "Olga & <b>Anna</b>", onwards, List.of("0A1B2C3D")));

        assertThat(page)
                .contains(
                        "<h1>" + texts.get("nothing_heading") + "</h1>",
                        "href=\"https://home.example:8443/\"",
                        "0A1B2C3D")
                .contains("Olga &amp; &lt;b&gt;Anna")
                .doesNotContain("homekeep.crt", "<script", "<b>");
    }
}
