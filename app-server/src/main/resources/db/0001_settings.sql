-- What the owner has changed from the defaults; a setting that has no row has its default.
CREATE TABLE setting (
    name       TEXT PRIMARY KEY,
    -- As JSON, so that its type is kept.
    value      TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
