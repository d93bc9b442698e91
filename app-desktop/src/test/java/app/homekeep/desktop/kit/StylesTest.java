// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The panel's own styles stay small and take every colour from the theme.
class StylesTest {
    @Test
    void no_colour_is_written_out() throws IOException {
        assertThat(css().replaceAll("(?s)/\\*.*?\\*/", ""))
                .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b")
                .doesNotContainPattern("(rgb|rgba|hsb|hsba|derive|ladder)\\(")
                .doesNotContainPattern("color: *(white|black|red|green|blue|gray|grey)\\b");
    }

    @Test
    void the_styles_are_under_three_hundred_lines() throws IOException {
        assertThat(css().lines()).hasSizeLessThan(300);
    }

    private static String css() throws IOException {
        try (var in = Objects.requireNonNull(Theme.class.getResourceAsStream("homekeep.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
