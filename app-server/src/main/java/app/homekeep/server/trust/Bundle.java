// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The files that go with the trust page, from the class path.
final class Bundle {
    private Bundle() {}

    /// In the colours of the web page.
    static byte[] style() {
        return joined(read("/web/style/tokens.css"), read("/app/homekeep/server/trust/trust.css"));
    }

    static byte[] icon() {
        return read("/web/icons/homekeep.svg");
    }

    /// Does nothing: that a browser takes it is what counts. Chromium takes none from a server that it was
    /// let past a warning for.
    static byte[] worker() {
        return "// SPDX-License-Identifier: Apache-2.0\n".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] read(String path) {
        try (var in = Objects.requireNonNull(Bundle.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
