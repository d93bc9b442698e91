// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.process;

/// The server does not start, or a first run does not happen, for a reason that the owner can do something about.
///
/// The code is stable: scripts and the panel decide by it. What comes after a colon are its particulars, such as
/// `port_taken:local:8080` or `already_running:4711`.
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /// @param code     such as `not_initialised`
    /// @param sentence for a person; never a secret
    public StartRefused(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// @param cause for the log
    public StartRefused(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /// The sentence for a person.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
