-- Folders of deleted accounts that are still to be moved or removed. Written in the transaction that deletes the
-- account and its space, gone when the disk is as it says; while it is there, nobody gets the folder's name.
CREATE TABLE departures (
    id          TEXT    NOT NULL PRIMARY KEY,
    folder      TEXT    NOT NULL,
    folder_key  TEXT    NOT NULL UNIQUE,
    username    TEXT    NOT NULL,
    fate        TEXT    NOT NULL CHECK (fate IN ('move', 'remove')),
    created_at  INTEGER NOT NULL
) STRICT;
