// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.model.Invalid;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What every browser of today asks of a server's certificate, checked before it is used: the CA/Browser Forum's
/// baseline requirements as far as clients hold to them.
final class CertificateRules {
    private static final int RSA_BITS = 2048;
    private static final int CURVE_BITS = 256;
    private static final String FOR_SERVERS = "1.3.6.1.5.5.7.3.1";
    private static final String FOR_ANYTHING = "2.5.29.37.0";
    private static final String AUTHORITY_INFORMATION = "1.3.6.1.5.5.7.1.1";
    private static final int DIGITAL_SIGNATURE = 0;

    private CertificateRules() {}

    /// @param chain the server's first, each signed by the next
    /// @throws Invalid with the first thing that is wrong
    static void check(String field, List<X509Certificate> chain, Instant now) {
        X509Certificate leaf = chain.getFirst();
        for (X509Certificate certificate : chain) {
            time(field, certificate, now);
            strength(field, certificate);
        }
        refuseIf(
                leaf.getBasicConstraints() >= 0,
                field,
                "This is the certificate of an authority, which signs others'. Give the one that was made for the"
                        + " server, with its names.");
        refuseIf(
                chain.stream().skip(1).anyMatch(one -> one.getBasicConstraints() < 0),
                field,
                "One of the certificates behind the first is no authority's, so no browser takes what it signed.");
        usage(field, leaf);
        names(field, leaf);
        boolean publicOne = leaf.getExtensionValue(AUTHORITY_INFORMATION) != null;
        refuseIf(
                chain.size() == 1 && publicOne && !isSelfSigned(leaf),
                field,
                "The certificates that lead to its authority are missing, and without them phones refuse it. Give the"
                        + " whole chain; Let's Encrypt's file is called fullchain.pem.");
    }

    /// As people know it.
    static String name(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty() ? "the one without a name" : name;
    }

    private static void time(String field, X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        refuseIf(now.isAfter(until), field, "It is over since " + until + ": " + name(certificate) + ".");
        refuseIf(
                now.isBefore(from),
                field,
                "It is good from " + from + " on only: " + name(certificate) + ". Is this computer's clock right?");
    }

    private static void strength(String field, X509Certificate certificate) {
        boolean strong = switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS;
            case ECPublicKey curve -> curve.getParams().getOrder().bitLength() >= CURVE_BITS;
            default -> false;
        };
        refuseIf(
                !strong,
                field,
                "The key of " + name(certificate) + " is too weak, or of a kind that browsers don't take: RSA from "
                        + RSA_BITS + " bits on, or a curve of " + CURVE_BITS + ".");
        String signed = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        refuseIf(
                !isSelfSigned(certificate) && (signed.startsWith("SHA1") || signed.startsWith("MD")),
                field,
                "The signature of " + name(certificate) + " is too weak (" + certificate.getSigAlgName()
                        + "): no browser takes it.");
    }

    private static void usage(String field, X509Certificate leaf) {
        try {
            List<String> purposes = leaf.getExtendedKeyUsage();
            refuseIf(
                    purposes != null && !purposes.contains(FOR_SERVERS) && !purposes.contains(FOR_ANYTHING),
                    field,
                    "It was not made for servers (its extended key usage lacks serverAuth).");
        } catch (CertificateParsingException _) {
            throw new Invalid(field, "What it may be used for can't be read.");
        }
        boolean[] usage = leaf.getKeyUsage();
        refuseIf(
                usage != null && !usage[DIGITAL_SIGNATURE],
                field,
                "It was not made for servers (its key usage lacks digitalSignature).");
    }

    private static void names(String field, X509Certificate leaf) {
        try {
            refuseIf(
                    AltName.of(leaf).isEmpty(),
                    field,
                    "It has no names (no subject alternative name): no browser takes it for any address.");
        } catch (CertificateParsingException | IllegalArgumentException _) {
            throw new Invalid(field, "Its names can't be read.");
        }
    }

    /// A root's own signature is not looked at by anybody.
    private static boolean isSelfSigned(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    private static void refuseIf(boolean wrong, String field, String why) {
        if (wrong) {
            throw new Invalid(field, why);
        }
    }
}
