-- What the owner has changed from the defaults; a setting that has no row has its default.
CREATE TABLE setting (
    name       TEXT PRIMARY KEY,
    -- As JSON, so that its type is kept.
    value      TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Random keys for each purpose, wrapped by the master key, which is not in the database.
CREATE TABLE keyring_key (
    id         TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('active', 'retiring')),
    wrapped    TEXT NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- One active key for each purpose.
CREATE UNIQUE INDEX keyring_key_active ON keyring_key (purpose) WHERE state = 'active';
