// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A drawing of a settings screen with the one thing in it that is to be touched.
///
/// @param title what stands in its bar
/// @param lines from top to bottom
record Screen(String title, List<Line> lines) {
    private static final int BAR = 38;
    private static final int LINE = 36;
    private static final int FOOT = 8;

    enum Kind {
        ROW,
        /// To be touched.
        TAP,
        SWITCH,
        BUTTON,
        /// What is said.
        NOTE,
        /// What is typed.
        CODE
    }

    /// @param y its middle, in the units of the drawing
    record Line(Kind kind, String label, int y) {
        /// Longer ones are squeezed.
        private static final int LONG = 31;

        private static final int LONG_BEFORE_A_SWITCH = 22;

        boolean row() {
            return kind == Kind.ROW;
        }

        boolean tap() {
            return kind == Kind.TAP;
        }

        boolean toggle() {
            return kind == Kind.SWITCH;
        }

        boolean button() {
            return kind == Kind.BUTTON;
        }

        boolean note() {
            return kind == Kind.NOTE;
        }

        boolean code() {
            return kind == Kind.CODE;
        }

        boolean squeezed() {
            return label.length() > (toggle() ? LONG_BEFORE_A_SWITCH : LONG);
        }
    }

    /// In the units of the drawing, which is 280 wide.
    int height() {
        return BAR + LINE * lines.size() + FOOT;
    }

    /// What is inside the frame.
    int inner() {
        return height() - 2;
    }

    /// For those who can't see it.
    String alt() {
        return title + ": " + lines.stream().map(Line::label).collect(Collectors.joining(", "));
    }

    /// Drawn from a text such as `Settings | General | *About`: the bar's title, then a line each. A sign in
    /// front says what it is: `*` to be touched, `+` to be switched on, `!` a button, `~` what is said, `$`
    /// what is typed.
    static Screen drawn(String text) {
        String[] parts = text.split("\\|");
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            lines.add(line(parts[i].strip(), BAR + LINE * i - LINE / 2));
        }
        return new Screen(parts[0].strip(), List.copyOf(lines));
    }

    private static Line line(String text, int y) {
        Kind kind = switch (text.charAt(0)) {
            case '*' -> Kind.TAP;
            case '+' -> Kind.SWITCH;
            case '!' -> Kind.BUTTON;
            case '~' -> Kind.NOTE;
            case '$' -> Kind.CODE;
            default -> Kind.ROW;
        };
        return new Line(kind, kind == Kind.ROW ? text : text.substring(1), y);
    }
}
