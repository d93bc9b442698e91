// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.util.Map;

/// Why the server, or the way to it, did not do what the panel asked: a sentence, and a code to search for.
public final class AdminProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final transient Map<String, String> fields;

    /// @param code     the API's code, or `unreachable` when there was no answer
    /// @param sentence for a person
    public AdminProblem(String code, String sentence) {
        this(code, sentence, Map.of());
    }

    /// @param fields what is wrong with which part of what was sent
    public AdminProblem(String code, String sentence, Map<String, String> fields) {
        super(sentence);
        this.code = code;
        this.fields = Map.copyOf(fields);
    }

    public String code() {
        return code;
    }

    /// What is wrong with which part of what was sent, in sentences.
    public Map<String, String> fields() {
        return fields;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
