// SPDX-License-Identifier: Apache-2.0
package app.homekeep.server.space;

import app.homekeep.model.space.Entry;
import java.util.Optional;

/// What is kept of a file or folder beside what the disk says.
///
/// @param modifiedNanos since 1970, as the disk had it when the type was told
record FileRecord(
        String id,
        String name,
        Entry.Kind kind,
        long size,
        long modifiedNanos,
        String type,
        Optional<String> uploadedBy,
        Optional<String> uploadId) {
    /// Whether the file is still as it was when this was written.
    boolean fits(FileFacts facts) {
        return kind == kindOf(facts)
                && (kind == Entry.Kind.FOLDER
                        || (size == facts.size() && modifiedNanos == EntrySort.nanos(facts.modifiedAt())));
    }

    static Entry.Kind kindOf(FileFacts facts) {
        return facts.isFolder() ? Entry.Kind.FOLDER : Entry.Kind.FILE;
    }

    Entry entry(FileFacts facts) {
        return new Entry(name, kind, facts.size(), facts.modifiedAt(), type, id);
    }
}
