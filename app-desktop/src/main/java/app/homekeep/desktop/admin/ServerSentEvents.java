// SPDX-License-Identifier: Apache-2.0
package app.homekeep.desktop.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Reads an event stream (HTML Living Standard 9.2.6) for the names of its events; their data is not needed here.
final class ServerSentEvents {
    private static final String FIELD = "event:";
    private static final int LONGEST_LINE = 64 * 1024;

    private ServerSentEvents() {}

    /// Calls back at each event until the stream ends.
    static void read(InputStream body, Consumer<String> onName) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        var line = new StringBuilder();
        String name = "";
        boolean afterCarriageReturn = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            boolean secondHalf = c == '\n' && afterCarriageReturn;
            afterCarriageReturn = c == '\r';
            if (secondHalf) {
                continue;
            }
            if (c != '\n' && c != '\r') {
                append(line, (char) c);
            } else if (line.isEmpty()) {
                if (!name.isEmpty()) {
                    onName.accept(name);
                }
                name = "";
            } else {
                name = line.indexOf(FIELD) == 0 ? line.substring(FIELD.length()).strip() : name;
                line.setLength(0);
            }
        }
    }

    private static void append(StringBuilder line, char c) throws IOException {
        if (line.length() == LONGEST_LINE) {
            throw new IOException("a line of the event stream is too long");
        }
        line.append(c);
    }
}
