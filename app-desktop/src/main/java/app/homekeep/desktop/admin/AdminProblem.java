// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

/// Why the server, or the way to it, did not do what the panel asked: a sentence, and a code to search for.
public final class AdminProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code     the API's code, or `unreachable` when there was no answer
    /// @param sentence for a person
    public AdminProblem(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
