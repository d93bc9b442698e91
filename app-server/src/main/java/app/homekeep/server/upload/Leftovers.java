// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.upload;

import app.homekeep.server.space.Entries;
import app.homekeep.server.space.OpenFolder;
import app.homekeep.server.space.OpenSpace;
import app.homekeep.server.space.Spaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a crash left of uploads. Runs at start, before any door opens: each upload that had begun to take its
/// name is finished or undone, as the database knows it or not; the drafts of all others go.
public final class Leftovers {
    private final Spaces spaces;
    private final Entries entries;

    public Leftovers(Spaces spaces, Entries entries) {
        this.spaces = spaces;
        this.entries = entries;
    }

    /// Spaces whose disk is not there now are left as they are.
    public void sweep() throws IOException {
        spaces.each(this::sweep);
    }

    private void sweep(OpenSpace space) throws IOException {
        List<String> names = new ArrayList<>();
        try (OpenFolder workshop = space.workshop()) {
            workshop.names().forEachRemaining(names::add);
            for (String name : names) {
                Optional<String> id = PublicationNote.id(name);
                if (id.isPresent()) {
                    settle(new Publication(space, workshop, id.get()), id.get());
                }
            }
            for (String name : names) {
                remove(workshop, name);
            }
        }
    }

    private void settle(Publication publication, String id) throws IOException {
        if (entries.knows(id)) {
            publication.finish();
        } else {
            publication.undo();
        }
    }

    /// A file that was set aside is never removed here: without its note only a person can tell what it was.
    private static void remove(OpenFolder workshop, String name) throws IOException {
        if (name.endsWith(Publication.PART)) {
            workshop.deleteFile(name);
        } else if (workshop.facts(name).filter(facts -> facts.isFolder()).isPresent()) {
            workshop.deleteFolder(name);
        }
    }
}
