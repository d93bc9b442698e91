// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

/// A command does not do what it was told. Ends the program with status 1 and one line on standard error.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param sentence for a person; never a secret
    Refusal(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    String code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
