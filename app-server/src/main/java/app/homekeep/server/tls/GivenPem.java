// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.Invalid;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Certificates and a key as owners have them: PEM files of Let's Encrypt's clients, OpenSSL and the like. Needs
/// Bouncy Castle for keys in OpenSSL's older forms (PKCS#1, SEC 1).
final class GivenPem {
    private static final int MOST_CERTIFICATES = 10;
    private static final String BEGIN = "-----BEGIN ";
    private static final List<String> KINDS = List.of("RSA", "EC");

    private GivenPem() {}

    /// The certificates in the order in which they stand.
    ///
    /// @throws Invalid where there is none, or one can't be read
    static List<X509Certificate> certificates(String field, String text) {
        if (!text.contains(BEGIN)) {
            throw new Invalid(
                    field, "This is no PEM file: a certificate begins with " + BEGIN + Pem.CERTIFICATE + "-----.");
        }
        List<X509Certificate> found = new ArrayList<>();
        for (Pem block : blocks(field, text)) {
            if (block.type().equals(Pem.CERTIFICATE)) {
                found.add(certificate(field, block, found.size() + 1));
            }
        }
        if (found.isEmpty()) {
            throw new Invalid(field, "There is no whole certificate in this.");
        }
        if (found.size() > MOST_CERTIFICATES) {
            throw new Invalid(field, "These are too many certificates: " + MOST_CERTIFICATES + " at most.");
        }
        return found;
    }

    private static X509Certificate certificate(String field, Pem block, int number) {
        try {
            return block.certificate();
        } catch (CertificateException _) {
            throw new Invalid(field, "Certificate number " + number + " in this can't be read.");
        }
    }

    /// The only key.
    ///
    /// @throws Invalid where there is none, more than one, or it can't be read
    static PrivateKey key(String field, String text) {
        if (text.contains(BEGIN + "ENCRYPTED") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw new Invalid(
                    field,
                    "The key is encrypted. Take its password away first: openssl pkey -in key.pem -out plain-key.pem");
        }
        List<Pem> keys = blocks(field, text).stream()
                .filter(block -> block.type().endsWith("PRIVATE KEY"))
                .toList();
        if (keys.isEmpty()) {
            throw new Invalid(field, "There is no key in this: one begins with " + BEGIN + "PRIVATE KEY-----.");
        }
        if (keys.size() > 1) {
            throw new Invalid(field, "There are several keys in this. Give the certificate's only.");
        }
        return pkcs8(keys.getFirst())
                .flatMap(GivenPem::decoded)
                .orElseThrow(() ->
                        new Invalid(field, "The key can't be read. It must be an RSA key, or one of a usual curve."));
    }

    /// In the one form that the JDK reads; empty for a kind of key that is not taken.
    private static Optional<byte[]> pkcs8(Pem key) {
        try {
            return switch (key.type()) {
                case "PRIVATE KEY" -> Optional.of(key.bytes());
                case "RSA PRIVATE KEY" ->
                    Optional.of(new PrivateKeyInfo(
                                    new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                                    RSAPrivateKey.getInstance(key.bytes()))
                            .getEncoded());
                case "EC PRIVATE KEY" -> Optional.of(ofCurve(ECPrivateKey.getInstance(key.bytes())));
                default -> Optional.empty();
            };
        } catch (IOException | RuntimeException _) {
            // Bouncy Castle throws of everything where the bytes are not what they should be.
            return Optional.empty();
        }
    }

    private static byte[] ofCurve(ECPrivateKey key) throws IOException {
        ASN1Encodable curve = key.getParametersObject();
        if (curve == null) {
            throw new IOException("a key of no curve");
        }
        return new PrivateKeyInfo(new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve), key).getEncoded();
    }

    private static Optional<PrivateKey> decoded(byte[] pkcs8) {
        for (String kind : KINDS) {
            try {
                return Optional.of(KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            } catch (GeneralSecurityException _) {
                // Of another kind.
            }
        }
        return Optional.empty();
    }

    private static List<Pem> blocks(String field, String text) {
        try {
            return Pem.parse(text);
        } catch (IllegalArgumentException _) {
            throw new Invalid(field, "This is no PEM file: what stands between the lines is not base64.");
        }
    }
}
