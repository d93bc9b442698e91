// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.cli;

import app.homekeep.model.Invalid;
import app.homekeep.server.process.StartRefused;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What comes of a command: its exit status, and one line on standard error where it was refused.
final class Outcome {
    static final int DONE = 0;
    static final int REFUSED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    private Outcome() {}

    /// Something that may be refused.
    interface Work {
        void run() throws IOException;
    }

    static int of(Terminal terminal, Work work) {
        try {
            work.run();
            return DONE;
        } catch (IOException | RuntimeException e) {
            return refused(terminal, e);
        }
    }

    /// Says why, and returns the exit status.
    static int refused(Terminal terminal, Exception why) {
        terminal.err().println("homekeep: " + Table.visible(sentence(why)));
        return REFUSED;
    }

    private static String sentence(Exception why) {
        return switch (why) {
            case Refusal refusal -> line(refusal.sentence(), refusal.code());
            case StartRefused refusal -> line(refusal.sentence(), refusal.code());
            case Invalid invalid -> line(invalid.field() + ": " + invalid.why(), "bad_request");
            case IOException failure ->
                line("A file could not be read or written: " + failure.getMessage(), "file_failed");
            default -> {
                LOG.error("Something went wrong that nobody foresaw.", why);
                yield line("An internal error occurred.", "internal");
            }
        };
    }

    private static String line(String sentence, String code) {
        return sentence + " [" + code + "]";
    }
}
