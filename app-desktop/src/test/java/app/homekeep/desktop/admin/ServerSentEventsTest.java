// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerSentEventsTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_line_ending_of_the_standard_is_understood(String end) throws IOException {
        String text = "event: a\ndata: {}\n\nevent:b\ndata: {}\n\n".replace("\n", end);

        assertThat(names(text)).containsExactly("a", "b");
    }

    @Test
    void comments_data_and_unnamed_events_are_passed_over() throws IOException {
        assertThat(names(": still here\n\ndata: event: x\n\nid: 1\nevent: a\n\ndata: y\n\n"))
                .containsExactly("a");
    }

    @Test
    void an_event_that_was_cut_off_is_no_event() throws IOException {
        assertThat(names("event: a\n")).isEmpty();
    }

    @Test
    void a_line_without_an_end_does_not_fill_the_memory() {
        assertThatThrownBy(() -> names("x".repeat(100_000))).isInstanceOf(IOException.class);
    }

    private static List<String> names(String text) throws IOException {
        var names = new ArrayList<String>();
        ServerSentEvents.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), names::add);
        return names;
    }
}
