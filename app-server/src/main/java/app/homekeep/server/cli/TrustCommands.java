// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.server.trust.Fingerprint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "trust", description = "The home's own certificate authority, which each device is told to trust once.")
final class TrustCommands {
    private final Terminal terminal;

    TrustCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "show", description = "Show its fingerprint, to compare with what a device shows.")
    void show(@Mixin DataOption data) throws IOException {
        X509Certificate root = root(data.folder());
        terminal.out().println(Table.visible(root.getSubjectX500Principal().getName()));
        terminal.out().println("SHA-256 " + fingerprint(root));
        terminal.out()
                .println("        " + String.join(" ", Fingerprint.of(root).groups()));
        terminal.out().println("good until " + root.getNotAfter().toInstant());
    }

    @Command(name = "export", description = "Write its root certificate, as PEM. It is no secret.")
    void export(
            @Mixin DataOption data,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to.") Path file)
            throws IOException {
        X509Certificate root = root(data.folder());
        Files.writeString(file, pem(root), StandardCharsets.US_ASCII);
        terminal.out().println("Written to " + file + ": SHA-256 " + fingerprint(root));
    }

    /// The first certificate of the authority's file; the sealed key behind it is not looked at.
    private static X509Certificate root(Path data) throws IOException {
        Path file = data.resolve("tls").resolve("ca.pem");
        if (!Files.exists(file)) {
            throw new Refusal(
                    "no_home_ca", "There is no certificate authority in " + data + " yet: the server makes it.");
        }
        try (var content = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(content);
        } catch (GeneralSecurityException e) {
            throw new Refusal("home_ca_damaged", "The home's certificate authority is damaged: " + file + ".");
        }
    }

    private static String fingerprint(X509Certificate certificate) {
        return Fingerprint.of(certificate).hex();
    }

    private static String pem(X509Certificate certificate) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was read a moment ago", e);
        }
    }
}
