// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of a PEM file (RFC 7468).
record Pem(String type, byte[] bytes) {
    static final String CERTIFICATE = "CERTIFICATE";
    /// Ours: a PKCS#8 key inside a [app.homekeep.server.keyring.SecretBox]'s seal.
    static final String SEALED_KEY = "HOMEKEEP SEALED KEY";

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----\\s([A-Za-z0-9+/=\\s]+?)-----END \\1-----");

    static Pem of(X509Certificate certificate) {
        try {
            return new Pem(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has a form", e);
        }
    }

    /// @throws IllegalArgumentException when a block is no base64
    static List<Pem> parse(String text) {
        List<Pem> found = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            found.add(new Pem(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
        }
        return found;
    }

    X509Certificate certificate() throws CertificateException {
        if (!type.equals(CERTIFICATE)) {
            throw new CertificateException("a " + type);
        }
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
    }

    String text() {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }
}
