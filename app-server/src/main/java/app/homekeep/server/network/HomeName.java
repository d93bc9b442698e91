// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.network;

import app.homekeep.server.process.PrivateFiles;
import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/// What the server is called at home for as long as it lives; random, so that two homes don't clash.
///
/// @param label such as `homekeep-k3x7qa`
public record HomeName(String label) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final Pattern FORM = Pattern.compile("homekeep-[a-z2-7]{6}");

    public HomeName {
        if (!FORM.matcher(label).matches()) {
            throw new IllegalArgumentException("not a home's name");
        }
    }

    /// The name in the file, made when there is none yet.
    ///
    /// @param file `<data>/name`
    /// @throws StartRefused when it holds something else: what people have bookmarked must not change by itself
    public static HomeName open(Path file, SecureRandom random) {
        try {
            return read(file);
        } catch (NoSuchFileException _) {
            return make(file, random);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "home_name_damaged",
                    "The server's name on the home network can't be read: " + file + ". Put it back from a backup.",
                    e);
        }
    }

    /// By multicast DNS (RFC 6762): `homekeep-k3x7qa.local`.
    public String local() {
        return label + ".local";
    }

    /// For a router that knows names (RFC 8375): `homekeep-k3x7qa.home.arpa`.
    public String homeArpa() {
        return label + ".home.arpa";
    }

    private static HomeName read(Path file) throws IOException {
        return new HomeName(Files.readString(file, StandardCharsets.US_ASCII).strip());
    }

    private static HomeName make(Path file, SecureRandom random) {
        var label = new StringBuilder("homekeep-");
        for (int i = 0; i < 6; i++) {
            label.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        var name = new HomeName(label.toString());
        try {
            PrivateFiles.write(file, (name.label() + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StartRefused("home_name_not_written", "The data folder can't be written: " + file + ".", e);
        }
        return name;
    }
}
