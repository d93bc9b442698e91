// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Routes;
import app.homekeep.model.Wire;
import app.homekeep.model.certificate.DoorCertificate;
import app.homekeep.model.certificate.OwnCertificate;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "certificate", description = "What the LAN door shows: the home CA's certificate, or your own.")
final class CertificateCommands {
    private static final JsonType<DoorCertificate> SHOWN = Wire.type(DoorCertificate.class);
    private static final JsonType<OwnCertificate> OWN = Wire.type(OwnCertificate.class);
    /// Files of this kind have a few kibibytes.
    private static final long MOST_BYTES = 40 * 1024;

    private final Terminal terminal;

    CertificateCommands(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "show", description = "Show what it shows, and how long that is good.")
    void show(@Mixin DataOption data, @Option(names = "--json", description = "As the API has it.") boolean json)
            throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            DoorCertificate shown = client.get(new Query(Routes.CONTROL_CERTIFICATE), SHOWN);
            if (json) {
                terminal.out().println(SHOWN.toJson(shown));
            } else {
                print(shown);
            }
        }
    }

    @Command(name = "use", description = "Show your own from now on; without a restart.")
    void use(
            @Mixin DataOption data,
            @Option(
                            names = "--chain",
                            paramLabel = "FILE",
                            description = "PEM: the certificate and those that lead to its authority.")
                    @Nullable Path chain,
            @Option(names = "--key", paramLabel = "FILE", description = "PEM: its key, without a password.") @Nullable Path key,
            @Option(names = "--pkcs12", paramLabel = "FILE", description = "Both in one file, .p12 or .pfx.") @Nullable Path pkcs12,
            @Option(names = "--password-stdin", description = "Read that file's password from standard input.")
                    boolean passwordStdin)
            throws IOException {
        Path home = data.folder();
        var own = new OwnCertificate(
                chain == null ? null : text(chain),
                key == null ? null : text(key),
                pkcs12 == null ? null : Base64.getEncoder().encodeToString(bytes(pkcs12)),
                passwordStdin ? terminal.all() : null);
        try (ControlClient client = ControlClient.of(home)) {
            print(client.put(new Query(Routes.CONTROL_CERTIFICATE), OWN.toJson(own), SHOWN));
        }
    }

    @Command(name = "home", description = "Show the home CA's again. Your own is forgotten, with its key.")
    void home(@Mixin DataOption data) throws IOException {
        try (ControlClient client = ControlClient.of(data.folder())) {
            client.delete(new Query(Routes.CONTROL_CERTIFICATE));
            print(client.get(new Query(Routes.CONTROL_CERTIFICATE), SHOWN));
        }
    }

    private void print(DoorCertificate shown) {
        terminal.out()
                .println(
                        switch (shown.kind()) {
                            case HOME -> "The home CA's certificate, renewed by itself";
                            case OWN -> "Your own certificate: " + Table.visible(shown.subject());
                        });
        terminal.out().println("for " + Table.visible(String.join(", ", shown.names())));
        terminal.out().println("by " + Table.visible(shown.issuer()));
        terminal.out().println("good until " + shown.expiresAt() + ", days left: " + shown.daysLeft());
        terminal.out().println("SHA-256 " + shown.fingerprint());
    }

    private static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new Refusal("no_such_file", "There is no file that can be read: " + file + ".");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new Refusal("too_large", "This is too large for a certificate: " + file + ".");
        }
        return Files.readAllBytes(file);
    }
}
