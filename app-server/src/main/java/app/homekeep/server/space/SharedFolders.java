// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.Invalid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folders of shared spaces on the disk: looked at and marked before they are served, let go of after. Nothing in
/// them but Homekeep's own hidden folder is ever touched. Thread-safe.
final class SharedFolders {
    private static final Logger LOG = LoggerFactory.getLogger(SharedFolders.class);
    private static final String NOTE = ".publish";

    private final FolderRules rules;

    SharedFolders(FolderRules rules) {
        this.rules = rules;
    }

    /// A folder that may be served.
    ///
    /// @param key which one it is, as the system tells folders apart
    record Claimed(Path path, Optional<String> key) {}

    /// Marks a folder as that of a space.
    ///
    /// @param text  as the owner gave it
    /// @param taken the spaces there are
    /// @throws Invalid when it can't be one, with the reason
    Claimed claim(String text, Collection<SharedSpace> taken, String id) {
        Path folder = rules.check(text, taken.stream().map(SharedSpace::folder).toList());
        try (OpenFolder root = OpenFolder.at(folder)) {
            RootMark.write(folder, root, id);
            clearNotes(root);
            return new Claimed(folder, RootMark.key(root));
        } catch (IOException e) {
            throw FolderRules.denied();
        }
    }

    /// Takes the mark away, where it is that space's. Without its disk it stays, and means nothing.
    void release(Path folder, String id) {
        try (OpenFolder root = OpenFolder.at(folder)) {
            RootMark.remove(root, id);
        } catch (IOException e) {
            LOG.info("The mark of a space that was taken off could not be removed from {}", folder);
        }
    }

    /// Whether one of them would be in the other.
    static boolean overlap(Path one, List<SharedSpace> others) {
        return others.stream()
                .map(SharedSpace::folder)
                .anyMatch(other -> other.startsWith(one) || one.startsWith(other));
    }

    /// Notes of uploads from when this folder was a space before: the files they brought stay.
    private static void clearNotes(OpenFolder root) throws IOException {
        try (OpenFolder workshop = root.folder(SpaceName.HIDDEN)) {
            var names = new ArrayList<String>();
            workshop.names().forEachRemaining(names::add);
            for (String name : names) {
                if (name.endsWith(NOTE)) {
                    workshop.deleteFile(name);
                }
            }
        }
    }
}
