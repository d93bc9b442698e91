// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

/// What a look at one part of the home found.
///
/// @param part     what was looked at
/// @param state    how it is
/// @param sentence for a person; what to do where something is wrong
record Finding(String part, State state, String sentence) {
    /// How a part is.
    enum State {
        FINE("ok"),
        WRONG("WRONG"),
        NOT_LOOKED_AT("-");

        private final String shown;

        State(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    static Finding fine(String part, String sentence) {
        return new Finding(part, State.FINE, sentence);
    }

    static Finding wrong(String part, String sentence) {
        return new Finding(part, State.WRONG, sentence);
    }

    static Finding notLookedAt(String part, String why) {
        return new Finding(part, State.NOT_LOOKED_AT, why);
    }
}
