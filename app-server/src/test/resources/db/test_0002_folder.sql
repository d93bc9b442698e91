CREATE TABLE folder (
    id   INTEGER PRIMARY KEY,
    note INTEGER NOT NULL REFERENCES note (id)
) STRICT;

CREATE TRIGGER folder_is_never_deleted BEFORE DELETE ON folder
BEGIN
    SELECT RAISE(ABORT, 'never');
END;
