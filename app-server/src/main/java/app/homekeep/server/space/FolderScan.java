// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.server.space.EntrySort.Place;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// One look through a folder that keeps only the entries of one page: its time grows with the folder, its memory
/// with the page.
///
/// @param found   the page's entries in order, and one more when another page follows
/// @param entries how many entries the folder has in all
record FolderScan(List<Listed> found, int entries) {
    /// An entry as it was found.
    ///
    /// @param nameOnDisk the name to open it by
    record Listed(String nameOnDisk, FileFacts facts, Place place) {
        String name() {
            return place.name();
        }
    }

    static FolderScan of(OpenFolder folder, EntrySort sort, Optional<Place> after, int most) throws IOException {
        Comparator<Place> order = sort.order();
        Comparator<Listed> listed = Comparator.comparing(Listed::place, order);
        var kept = new PriorityQueue<Listed>(most + 1, listed.reversed());
        int entries = 0;
        Iterator<String> names = folder.names();
        while (names.hasNext()) {
            Optional<Listed> entry = look(folder, names.next(), sort);
            if (entry.isEmpty()) {
                continue;
            }
            entries++;
            Place place = entry.get().place();
            if (after.isPresent() && order.compare(place, after.get()) <= 0) {
                continue;
            }
            if (kept.size() < most || order.compare(place, kept.element().place()) < 0) {
                kept.add(entry.get());
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        var page = new ArrayList<>(kept);
        page.sort(listed);
        return new FolderScan(page, entries);
    }

    /// An entry under the name a client can open it by; empty for what has none: see [SpaceName]. A name in NFD
    /// is listed in NFC, unless that is another file.
    private static Optional<Listed> look(OpenFolder folder, String nameOnDisk, EntrySort sort) throws IOException {
        String name = Normalizer.normalize(nameOnDisk, Normalizer.Form.NFC);
        if (SpaceName.whyNot(name).isPresent()) {
            return Optional.empty();
        }
        Optional<FileFacts> facts = folder.facts(nameOnDisk).filter(it -> it.isFile() || it.isFolder());
        if (!name.equals(nameOnDisk) && facts.isPresent()) {
            Optional<OpenSpace.Found> opened = OpenSpace.find(folder, name);
            if (opened.isEmpty()
                    || !opened.get().facts().key().equals(facts.get().key())) {
                return Optional.empty();
            }
        }
        return facts.map(it -> new Listed(nameOnDisk, it, sort.place(name, it)));
    }
}
