// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.ProblemCode;
import app.homekeep.server.problem.Refused;
import app.homekeep.server.space.OpenFolder;
import java.io.IOException;
import java.util.List;

/// Tells a full disk (`ENOSPC`, `EDQUOT`) from other trouble. Java gives no code, only the system's sentence,
/// which may be in the owner's language: then the free space itself tells.
final class DiskFull {
    private static final List<String> SENTENCES =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");
    private static final long NEXT_TO_NOTHING = 64 * 1024;

    private DiskFull() {}

    /// The refusal for what went wrong while writing; the trouble itself when it is another.
    static Refused or(IOException trouble, OpenFolder folder) throws IOException {
        String text = String.valueOf(trouble.getMessage());
        if (SENTENCES.stream().anyMatch(text::contains) || folder.usableBytes() < NEXT_TO_NOTHING) {
            return refused();
        }
        throw trouble;
    }

    static Refused refused() {
        return new Refused(ProblemCode.NO_SPACE, "There is not enough space left on the disk of this space.");
    }
}
