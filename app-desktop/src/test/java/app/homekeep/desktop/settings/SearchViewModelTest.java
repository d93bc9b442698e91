// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final SearchViewModel search = new SearchViewModel(new Text(Language.ENGLISH));

    @Test
    void a_setting_is_found_by_a_word_of_its_own_and_by_what_else_it_is_called() {
        assertThat(find("port")).contains(Topic.PORTS);
        assertThat(find("pkcs")).containsExactly(Topic.OWN_CERTIFICATE);
        assertThat(find("nginx")).containsExactly(Topic.PROXIES);
        assertThat(find("FIREWALL")).containsExactly(Topic.DOCTOR);
    }

    @Test
    void every_word_must_be_found() {
        assertThat(find("certificate own")).contains(Topic.OWN_CERTIFICATE);
        assertThat(find("certificate zebra")).isEmpty();
    }

    @Test
    void accents_need_not_be_typed() {
        assertThat(find("cafe")).containsExactly(Topic.NETWORKS);
    }

    @Test
    void nothing_looked_for_is_nothing_found() {
        assertThat(find("  ")).isEmpty();
        assertThat(search.searching()).isFalse();
    }

    @Test
    void in_german_as_well() {
        var german = new SearchViewModel(new Text(Language.GERMAN));
        german.query.set("schlafen");

        assertThat(german.found().get()).containsExactly(Topic.SLEEP);
    }

    private List<Topic> find(String words) {
        search.query.set(words);
        return search.found().get();
    }
}
