// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.keyring;

/// The keys can't be used: the master key is missing, wrong, or open to others. Nothing was changed. The message is a
/// sentence for the owner and holds no secret.
public final class KeyringUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyringUnusable(String sentence) {
        super(sentence);
    }

    KeyringUnusable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// What is wrong, and what can be done about it.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
