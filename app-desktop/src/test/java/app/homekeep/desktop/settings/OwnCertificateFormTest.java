// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.homekeep.desktop.fixture.House;
import app.homekeep.desktop.kit.FormState;
import app.homekeep.desktop.settings.OwnCertificateForm.Kind;
import app.homekeep.desktop.text.Language;
import app.homekeep.desktop.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("LF-12")
class OwnCertificateFormTest {
    private final House house = new House();
    private final Text text = new Text(Language.ENGLISH);
    private final OwnCertificateForm form =
            new OwnCertificateForm(text, house.certificate, new FormState(text, house.background));
    private int done;

    @TempDir
    private Path folder;

    @Test
    void two_files_are_read_and_sent() throws IOException {
        form.chain.value.set(file("chain.pem", "the chain"));
        form.key.value.set(file("key.pem", "the key"));

        form.send(() -> done++);

        assertThat(done).isEqualTo(1);
        assertThat(house.certificate.given()).singleElement().satisfies(given -> {
            assertThat(given.chain()).isEqualTo("the chain");
            assertThat(given.key()).isEqualTo("the key");
            assertThat(given.pkcs12()).isNull();
        });
    }

    @Test
    void a_pkcs12_file_goes_with_its_password_or_without() throws IOException {
        form.kind.set(Kind.PKCS12);
        form.pkcs12.value.set(file("all.p12", "bytes"));
        form.send(() -> done++);
        form.password.value.set(" pass word ");
        form.send(() -> done++);

        assertThat(house.certificate.given().getFirst().password()).isNull();
        assertThat(house.certificate.given().getLast().password()).isEqualTo(" pass word ");
        assertThat(house.certificate.given().getLast().pkcs12()).isEqualTo("Ynl0ZXM=");
        assertThat(house.certificate.given().getLast().chain()).isNull();
    }

    @Test
    void what_was_not_chosen_is_asked_for() {
        form.send(() -> done++);

        assertThat(form.chain.problem.get()).isNotEmpty();
        assertThat(form.key.problem.get()).isNotEmpty();
        assertThat(house.certificate.given()).isEmpty();
    }

    @Test
    void a_file_that_is_gone_or_far_too_large_says_so_at_its_field() throws IOException {
        form.chain.value.set(folder.resolve("gone.pem").toString());
        form.key.value.set(file("key.pem", "the key"));
        form.send(() -> done++);
        assertThat(form.chain.problem.get()).startsWith("This file could not be read");
        assertThat(form.key.problem.get()).isEmpty();

        form.chain.value.set(file("huge.pem", "x".repeat(300_000)));
        form.send(() -> done++);

        assertThat(form.chain.problem.get()).startsWith("This file could not be read");
        assertThat(form.state.refusal().get()).isEmpty();
        assertThat(done).isZero();
    }

    @Test
    void what_the_server_says_about_the_key_stands_at_the_key() throws IOException {
        form.chain.value.set(file("chain.pem", "the chain"));
        form.key.value.set(file("key.pem", "wrong"));

        form.send(() -> done++);

        assertThat(form.key.problem.get()).isEqualTo("The key does not fit the certificate.");
        assertThat(form.state.refusal().get()).isEmpty();
        assertThat(done).isZero();
    }

    private String file(String name, String words) throws IOException {
        return Files.writeString(folder.resolve(name), words).toString();
    }
}
