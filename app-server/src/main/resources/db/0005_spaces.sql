-- Spaces: folders on the owner's disk that are served.
-- folder is a name inside the files folder; folder_key the same, case-folded, as some disks compare names.
-- made is 0 until the folder was made for the first time: after that a missing folder means a missing disk.
CREATE TABLE spaces (
    id          TEXT    NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL CHECK (kind IN ('personal', 'shared')),
    name        TEXT    NOT NULL,
    owner_id    TEXT    NOT NULL,
    folder      TEXT    NOT NULL,
    folder_key  TEXT    NOT NULL UNIQUE,
    made        INTEGER NOT NULL DEFAULT 0 CHECK (made IN (0, 1)),
    created_at  INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX spaces_one_personal ON spaces (owner_id) WHERE kind = 'personal';

-- What is known of a file or folder beside what the disk says. The disk is the truth: a row is made at upload, or when
-- something from outside is first listed, and goes when its file is gone.
-- folder is the path of the folder it lies in ('/' for the root); modified_at in nanoseconds since 1970;
-- upload_id the upload that wrote what lies there now.
CREATE TABLE files (
    id          TEXT    NOT NULL PRIMARY KEY,
    space_id    TEXT    NOT NULL REFERENCES spaces (id),
    folder      TEXT    NOT NULL,
    name        TEXT    NOT NULL,
    kind        TEXT    NOT NULL CHECK (kind IN ('file', 'folder')),
    size        INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    type        TEXT    NOT NULL,
    uploaded_by TEXT,
    upload_id   TEXT,
    created_at  INTEGER NOT NULL,
    UNIQUE (space_id, folder, name)
) STRICT;

CREATE INDEX files_upload ON files (upload_id) WHERE upload_id IS NOT NULL;
