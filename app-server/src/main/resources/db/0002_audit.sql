-- The audit log. seq counts up by one without holes; hash is SHA-256 over the hash before and this row's columns.
CREATE TABLE audit (
    seq     INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,
    event   TEXT NOT NULL,
    actor   TEXT NOT NULL,
    address TEXT NOT NULL,
    session TEXT,
    target  TEXT,
    outcome TEXT NOT NULL CHECK (outcome IN ('SUCCESS', 'REFUSED', 'FAILED')),
    detail  TEXT,
    hash    BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- The row's number is the last column of each index by nature, so a page by any of these filters is one walk.
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_event ON audit (event);
CREATE INDEX audit_actor ON audit (actor);
CREATE INDEX audit_address ON audit (address);
CREATE INDEX audit_session ON audit (session) WHERE session IS NOT NULL;
CREATE INDEX audit_outcome ON audit (outcome) WHERE outcome <> 'SUCCESS';

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never changed');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never deleted from');
END;

-- Signed heads of the chain: whoever rewrites the rows up to one of them can't make its signature.
CREATE TABLE audit_checkpoint (
    seq       INTEGER PRIMARY KEY,
    at        INTEGER NOT NULL,
    hash      BLOB NOT NULL CHECK (length(hash) = 32),
    key_id    TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_checkpoint_is_never_changed BEFORE UPDATE ON audit_checkpoint
BEGIN
    SELECT RAISE(ABORT, 'a checkpoint is never changed');
END;

CREATE TRIGGER audit_checkpoint_is_never_deleted BEFORE DELETE ON audit_checkpoint
BEGIN
    SELECT RAISE(ABORT, 'a checkpoint is never deleted');
END;

-- The keys that sign them. The private half is encrypted by the keyring.
CREATE TABLE audit_signing_key (
    id          TEXT PRIMARY KEY,
    public_key  BLOB NOT NULL,
    private_key BLOB NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;
