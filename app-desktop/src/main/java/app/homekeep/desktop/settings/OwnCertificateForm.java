// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import app.homekeep.desktop.admin.AdminProblem;
import app.homekeep.desktop.admin.CertificateApi;
import app.homekeep.desktop.kit.Field;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.text.Text;
import app.homekeep.model.certificate.OwnCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The owner's own certificate on its way to the server: files to be read, and what the server says about each. FX
/// thread only.
final class OwnCertificateForm {
    /// More than this is no certificate.
    private static final int LARGEST = 256 * 1024;

    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.PEM);
    final Field chain = new Field();
    final Field key = new Field();
    final Field pkcs12 = new Field();
    final Field password = new Field();
    final FormState state;

    private final Text text;
    private final CertificateApi api;

    /// How it is kept.
    enum Kind {
        /// Two files of text.
        PEM,
        /// One file, perhaps with a password.
        PKCS12;

        /// The key of its name.
        String title() {
            return "certificate.own." + name().toLowerCase(Locale.ROOT);
        }
    }

    OwnCertificateForm(Text text, CertificateApi api, FormState state) {
        this.text = text;
        this.api = api;
        this.state =
                state.at("chain", chain).at("key", key).at("pkcs12", pkcs12).at("password", password);
    }

    /// Reads the files and sends what is in them. Whether it is a certificate is the server's to say.
    void send(Runnable onDone) {
        List<Field> needed = kind.get() == Kind.PEM ? List.of(chain, key) : List.of(pkcs12);
        if (needed.stream().filter(this::chosen).count() < needed.size()) {
            return;
        }
        // What is said is put together here, since words are for this thread only.
        String unreadable = text.get("certificate.own.unreadable");
        boolean pem = kind.get() == Kind.PEM;
        String first = pem ? chain.words() : pkcs12.words();
        String second = key.words();
        String secret = password.value.get();
        state.send(
                () -> {
                    api.use(
                            pem
                                    ? new OwnCertificate(
                                            words("chain", first, unreadable),
                                            words("key", second, unreadable),
                                            null,
                                            null)
                                    : new OwnCertificate(
                                            null,
                                            null,
                                            Base64.getEncoder().encodeToString(bytes("pkcs12", first, unreadable)),
                                            secret.isEmpty() ? null : secret));
                    return true;
                },
                _ -> onDone.run());
    }

    private boolean chosen(Field file) {
        return file.check(file.words().isEmpty() ? text.get("certificate.own.missing") : "");
    }

    private static String words(String part, String file, String unreadable) {
        return new String(bytes(part, file, unreadable), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String part, String file, String unreadable) {
        try (var in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return bytes;
            }
            throw new AdminProblem("file_unreadable", unreadable, Map.of(part, unreadable));
        } catch (IOException | InvalidPathException e) {
            throw new AdminProblem("file_unreadable", unreadable, Map.of(part, unreadable));
        }
    }
}
