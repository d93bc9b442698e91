// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.Invalid;
import app.homekeep.model.certificate.OwnCertificate;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes of what an owner gives a chain that a door can present. Says what is wrong, and with which member of the
/// request, before any device does.
final class OwnChain {
    private static final String CHAIN = "chain";
    private static final String KEY = "key";
    private static final String PKCS12 = "pkcs12";
    private static final byte[] SAMPLE = {1, 2, 3, 4};

    private OwnChain() {}

    /// @throws Invalid with the member that is wrong
    static KeyedChain of(OwnCertificate given, Instant now) {
        String chain = filled(given.chain());
        String key = filled(given.key());
        String pkcs12 = filled(given.pkcs12());
        if (!pkcs12.isEmpty()) {
            if (!chain.isEmpty() || !key.isEmpty()) {
                throw new Invalid(PKCS12, "Give either this or a chain with its key.");
            }
            return checked(PKCS12, PKCS12, GivenPkcs12.read(pkcs12, given.password()), now);
        }
        if (chain.isEmpty()) {
            throw new Invalid(CHAIN, "Give a certificate: as PEM with its key, or as a PKCS#12 file.");
        }
        List<X509Certificate> certificates = GivenPem.certificates(CHAIN, chain);
        // Some programs write both into one file.
        boolean inOne = key.isEmpty() && chain.contains("PRIVATE KEY-----");
        if (key.isEmpty() && !inOne) {
            throw new Invalid(KEY, "The certificate's key is needed.");
        }
        return checked(
                CHAIN, KEY, new KeyedChain(certificates, GivenPem.key(inOne ? CHAIN : KEY, inOne ? chain : key)), now);
    }

    private static KeyedChain checked(String field, String keyField, KeyedChain given, Instant now) {
        X509Certificate leaf = given.chain().stream()
                .filter(certificate -> isPair(certificate.getPublicKey(), given.key()))
                .findFirst()
                .orElseThrow(() -> new Invalid(keyField, "The key does not belong to the certificate."));
        List<X509Certificate> ordered = ordered(field, leaf, given.chain());
        CertificateRules.check(field, ordered, now);
        return new KeyedChain(withoutRoot(ordered), given.key());
    }

    /// Each signed by the next, whatever order they came in.
    private static List<X509Certificate> ordered(String field, X509Certificate leaf, List<X509Certificate> given) {
        List<X509Certificate> ordered = new ArrayList<>(List.of(leaf));
        List<X509Certificate> left = new ArrayList<>(given);
        left.removeIf(leaf::equals);
        while (true) {
            X509Certificate last = ordered.getLast();
            Optional<X509Certificate> issuer =
                    left.stream().filter(one -> hasSigned(one, last)).findFirst();
            if (issuer.isEmpty()) {
                break;
            }
            ordered.add(issuer.get());
            left.removeIf(issuer.get()::equals);
        }
        if (!left.isEmpty()) {
            throw new Invalid(
                    field,
                    "The certificates don't lead from one to the next: " + CertificateRules.name(left.getFirst())
                            + " has not signed any of the others.");
        }
        return ordered;
    }

    /// Whoever trusts the root has it.
    private static List<X509Certificate> withoutRoot(List<X509Certificate> ordered) {
        X509Certificate last = ordered.getLast();
        return ordered.size() > 1 && hasSigned(last, last) ? ordered.subList(0, ordered.size() - 1) : ordered;
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate other) {
        if (!other.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            other.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static boolean isPair(PublicKey open, PrivateKey key) {
        if (!open.getAlgorithm().equals(key.getAlgorithm())) {
            return false;
        }
        try {
            var signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static String filled(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
