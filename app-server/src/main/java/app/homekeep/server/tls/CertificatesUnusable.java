// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

/// The home's certificate authority is not what it was. Nothing was changed: with a new one every device would have to
/// be set up again.
public final class CertificatesUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    CertificatesUnusable(String code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    CertificatesUnusable(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// Stable: `home_ca_damaged`, `home_ca_key_unusable`, `home_ca_not_written`.
    public String code() {
        return code;
    }

    /// The sentence for a person; never a secret.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
