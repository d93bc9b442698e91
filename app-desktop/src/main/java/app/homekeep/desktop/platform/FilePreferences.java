// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.platform;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Preferences in `panel.properties` of the data folder. What can't be written is remembered until the panel ends.
/// Thread-safe.
public final class FilePreferences implements Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(FilePreferences.class);

    private final Path data;
    private final Path file;
    private final Properties values = new Properties();

    public FilePreferences(Path data) {
        this.data = data;
        file = data.resolve("panel.properties");
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("the panel's preferences can't be read, so the usual ones hold", e);
            }
        }
    }

    @Override
    public synchronized Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    @Override
    public synchronized void put(String key, String value) {
        if (value.equals(values.setProperty(key, value))) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            LOG.warn("the panel's preferences can't be written", e);
        }
    }

    private void write() throws IOException {
        var text = new StringWriter();
        values.store(text, null);
        Path folder = PrivateFolder.make(data);
        Path fresh = Files.createTempFile(folder, "panel.properties", ".new");
        try {
            Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
