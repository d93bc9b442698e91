// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Removes a folder with all that is in it; links are removed, never followed. However deep it is, no more than three
/// folders are open at a time: what lies in a folder below is lifted up before that folder is removed. Cut short
/// anywhere, it can be done again.
final class FolderRemoval {
    private FolderRemoval() {}

    static void remove(OpenFolder parent, String name) throws IOException {
        boolean more = true;
        while (more) {
            try (OpenFolder doomed = parent.folder(name)) {
                more = thin(doomed);
            }
        }
        parent.deleteFolder(name);
    }

    /// Removes the files in it, and each folder once its own folders are lifted up beside it.
    ///
    /// @return whether there may be more
    private static boolean thin(OpenFolder folder) throws IOException {
        boolean lifted = false;
        for (String name : names(folder)) {
            if (folder.facts(name).filter(FileFacts::isFolder).isEmpty()) {
                folder.deleteFile(name);
                continue;
            }
            try (OpenFolder child = folder.folder(name)) {
                for (String below : names(child)) {
                    if (child.facts(below).filter(FileFacts::isFolder).isPresent()) {
                        child.move(below, folder, "lifted-" + UUID.randomUUID());
                        lifted = true;
                    } else {
                        child.deleteFile(below);
                    }
                }
            }
            folder.deleteFolder(name);
        }
        return lifted;
    }

    private static List<String> names(OpenFolder folder) {
        var names = new ArrayList<String>();
        folder.names().forEachRemaining(names::add);
        return names;
    }
}
