// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Certificates as owners may bring them, good ones and bad ones. A value that is changed step by step, then made.
///
/// @param issuer empty for one that signs itself
public record Certs(
        String name,
        List<String> names,
        Kind kind,
        Instant from,
        Instant until,
        String signature,
        boolean authority,
        boolean informs,
        List<KeyPurposeId> purposes,
        List<Made> issuer) {
    /// What keys there are.
    public enum Kind {
        EC("EC", 256),
        EC_384("EC", 384),
        RSA("RSA", 2048),
        RSA_1024("RSA", 1024),
        ED("Ed25519", 255);

        private final String algorithm;
        private final int bits;

        Kind(String algorithm, int bits) {
            this.algorithm = algorithm;
            this.bits = bits;
        }

        KeyPair pair() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
                generator.initialize(bits);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// A certificate with its key.
    public record Made(X509Certificate certificate, PrivateKey key) {
        public String pem() {
            return Pem.of(certificate).text();
        }

        public String keyPem() {
            return block("PRIVATE KEY", key.getEncoded());
        }
    }

    public static String block(String type, byte[] bytes) {
        return "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + type + "-----\n";
    }

    /// A good leaf with these names, that signs itself; an address is one that begins with a digit.
    public static Certs leaf(String... names) {
        Instant now = Instant.now();
        return new Certs(
                "CN=own",
                List.of(names),
                Kind.EC,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(90)),
                "",
                false,
                false,
                List.of(KeyPurposeId.id_kp_serverAuth),
                List.of());
    }

    public static Certs authority(String name) {
        return new Certs(
                name,
                List.of(),
                Kind.EC,
                Instant.now().minus(Duration.ofDays(2)),
                Instant.now().plus(Duration.ofDays(3650)),
                "",
                true,
                false,
                List.of(),
                List.of());
    }

    /// A root like that one, constraints and all, whose key is still there.
    static Made constrained(X509Certificate root) {
        KeyPair pair = Kind.EC.pair();
        try {
            var name = new X500Name(root.getSubjectX500Principal().getName());
            var builder = new JcaX509v3CertificateBuilder(
                    name, root.getSerialNumber(), root.getNotBefore(), root.getNotAfter(), name, pair.getPublic());
            var extensions = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(pair.getPublic()));
            for (String copied : List.of("2.5.29.19", "2.5.29.15", "2.5.29.30")) {
                builder.copyAndAddExtension(new ASN1ObjectIdentifier(copied), true, new JcaX509CertificateHolder(root));
            }
            var signing = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
            return new Made(
                    new JcaX509CertificateConverter().getCertificate(builder.build(signing)), pair.getPrivate());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public Certs by(Made other) {
        return new Certs(name, names, kind, from, until, signature, authority, informs, purposes, List.of(other));
    }

    public Certs of(Kind other) {
        return new Certs(name, names, other, from, until, signature, authority, informs, purposes, issuer);
    }

    public Certs during(Instant first, Instant last) {
        return new Certs(name, names, kind, first, last, signature, authority, informs, purposes, issuer);
    }

    public Certs signedWith(String algorithm) {
        return new Certs(name, names, kind, from, until, algorithm, authority, informs, purposes, issuer);
    }

    /// As a public authority's, which says where its own certificate is.
    public Certs informing() {
        return new Certs(name, names, kind, from, until, signature, authority, true, purposes, issuer);
    }

    public Certs purpose(KeyPurposeId purpose) {
        return new Certs(name, names, kind, from, until, signature, authority, informs, List.of(purpose), issuer);
    }

    public Made make() {
        KeyPair pair = kind.pair();
        PrivateKey signer =
                issuer.isEmpty() ? pair.getPrivate() : issuer.getFirst().key();
        String issuerName = issuer.isEmpty()
                ? name
                : issuer.getFirst().certificate().getSubjectX500Principal().getName();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuerName),
                    new BigInteger(126, new SecureRandom()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name(name),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(general().toArray(GeneralName[]::new)));
            }
            if (!purposes.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(KeyPurposeId[]::new)));
            }
            if (informs) {
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_caIssuers,
                                new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca.example/ca.der")));
            }
            var signing = new JcaContentSignerBuilder(signature.isEmpty() ? usual(signer) : signature).build(signer);
            return new Made(
                    new JcaX509CertificateConverter().getCertificate(builder.build(signing)), pair.getPrivate());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<GeneralName> general() {
        var all = new ArrayList<GeneralName>();
        for (String one : names) {
            boolean address = Character.isDigit(one.charAt(0)) || one.indexOf(':') >= 0;
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, one));
        }
        return all;
    }

    private static String usual(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
    }
}
