// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.tls;

import app.homekeep.server.network.PrivateRange;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes certificates (RFC 5280). Needs Bouncy Castle: the JDK can read certificates, not issue them.
///
/// ```
/// root          P-256, 15 years, constrained, its key forgotten   ◀── trusted by the home's devices
///  └─ intermediate  P-256, 15 years, constrained, TLS servers only
///      └─ leaf          P-256, 397 days
/// ```
///
/// The constraints are on both: some clients (Java among them) don't apply those of a root.
final class Issuer {
    private static final int AUTHORITY_YEARS = 15;
    private static final Duration LEAF_LIFE = Duration.ofDays(397);
    /// No host's name: OpenSSL would hold that against the constraints too.
    private static final X500Principal LEAF_NAME = new X500Principal("CN=Homekeep door");
    /// Devices whose clocks are a bit late trust a new certificate too.
    private static final Duration LATE_CLOCKS = Duration.ofDays(1);

    /// @param key the intermediate's
    record NewAuthority(X509Certificate root, X509Certificate intermediate, PrivateKey key) {}

    private final SecureRandom random;
    private final Instant from;

    Issuer(SecureRandom random, Instant now) {
        this.random = random;
        this.from = now.minus(LATE_CLOCKS);
    }

    /// @param home  what devices show in their list of authorities
    /// @param names the only ones it may ever vouch for, beside private addresses
    NewAuthority authority(String home, List<String> names) {
        X500Principal rootName = new X500Principal("O=Homekeep,CN=Homekeep " + home);
        X500Principal name = new X500Principal("O=Homekeep,CN=Homekeep " + home + " doors");
        NameConstraints constraints = constraints(names);
        Instant until = from.atOffset(ZoneOffset.UTC).plusYears(AUTHORITY_YEARS).toInstant();
        // The root's key lives in this method only: nothing else is ever signed by it.
        KeyPair rootPair = pair();
        KeyPair pair = pair();
        try {
            X509Certificate root = sign(
                    authority(rootName, until, rootName, rootPair.getPublic(), 1, constraints), rootPair.getPrivate());
            var builder = authority(rootName, until, name, pair.getPublic(), 0, constraints);
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(rootPair.getPublic()));
            return new NewAuthority(root, sign(builder, rootPair.getPrivate()), pair.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("certificates can't be made", e);
        }
    }

    /// @param names what it is good for
    Leaf leaf(X509Certificate issuer, PrivateKey issuerKey, Collection<AltName> names) {
        KeyPair pair = pair();
        Instant end = from.plus(LEAF_LIFE);
        Instant issuersEnd = issuer.getNotAfter().toInstant();
        Instant until = end.isBefore(issuersEnd) ? end : issuersEnd;
        try {
            var builder = builder(issuer.getSubjectX500Principal(), until, LEAF_NAME, pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(names.stream()
                            .map(name -> new GeneralName(name.type(), name.text()))
                            .toArray(GeneralName[]::new)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer.getPublicKey()));
            return new Leaf(sign(builder, issuerKey), pair.getPrivate());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("certificates can't be made", e);
        }
    }

    private JcaX509v3CertificateBuilder authority(
            X500Principal issuer,
            Instant until,
            X500Principal subject,
            PublicKey key,
            int pathLength,
            NameConstraints constraints)
            throws IOException, GeneralSecurityException {
        var builder = builder(issuer, until, subject, key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.nameConstraints, true, constraints);
        return builder;
    }

    private JcaX509v3CertificateBuilder builder(
            X500Principal issuer, Instant until, X500Principal subject, PublicKey key)
            throws IOException, GeneralSecurityException {
        // 127 random bits: no two are the same, none can be foretold.
        BigInteger serial = new BigInteger(126, random).setBit(126);
        var builder = new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(until), subject, key);
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        return builder;
    }

    /// Names and addresses are always both listed: a kind that is not would be free.
    private static NameConstraints constraints(List<String> names) {
        Stream<GeneralName> dns = names.stream().map(name -> new GeneralName(GeneralName.dNSName, name));
        Stream<GeneralName> addresses = Stream.concat(PrivateRange.NETWORK.stream(), PrivateRange.LOOPBACK.stream())
                .map(range -> new GeneralName(GeneralName.iPAddress, range.toString()));
        GeneralSubtree[] permitted =
                Stream.concat(dns, addresses).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
        return new NameConstraints(permitted, null);
    }

    private KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("every Java has ECDSA", e);
        }
    }
}
