// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.model.Limits;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.OpenSpace;
import app.homekeep.server.space.SpacePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// The next free name beside a taken one: `b.jpg`, `b (2).jpg`, `b (3).jpg`.
final class FreeName {
    private static final int MOST = 10_000;

    private FreeName() {}

    /// @throws app.homekeep.server.problem.Refused 409 when there are far too many of them
    static SpacePath of(OpenFolder folder, SpacePath taken) throws IOException {
        for (int i = 2; i <= MOST; i++) {
            String name = numbered(taken.name(), i);
            if (OpenSpace.find(folder, name).isEmpty()) {
                return taken.sibling(name);
            }
        }
        throw Publication.conflict();
    }

    static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = " (" + number + ")" + (dot > 0 ? name.substring(dot) : "");
        while (bytes(stem) + bytes(ending) > Limits.PATH_NAME_BYTES && !stem.isEmpty()) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
