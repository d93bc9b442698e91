// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

/// The keys are not there, or not these. Nothing was changed: a new key would make everything sealed unreadable.
public final class KeyringUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    KeyringUnusable(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    KeyringUnusable(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /// Stable, such as `master_key_missing`.
    public String code() {
        return code;
    }

    /// The sentence for a person; never a secret.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
