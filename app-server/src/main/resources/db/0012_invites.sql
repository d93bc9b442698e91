-- How people come in: by a link that the owner or an administrator gives them, or by asking.
-- An invite is a row as long as it can be accepted: taking it deletes it. Its token is kept as SHA-256 alone.
CREATE TABLE invites (
  id         TEXT    NOT NULL PRIMARY KEY,
  token_hash BLOB    NOT NULL UNIQUE,
  -- Whom it is for, where that was said.
  name       TEXT,
  role       TEXT    NOT NULL,
  -- The account whose holder chooses a password by it; null where a new one is made.
  account_id TEXT    REFERENCES accounts (id),
  -- The account of who made it, so that it goes when that account may do less; null for the owner at the machine.
  by_id      TEXT,
  by_name    TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX invites_by_account ON invites (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX invites_by_maker ON invites (by_id) WHERE by_id IS NOT NULL;

-- Somebody who has asked for an account, until the owner says yes or no.
CREATE TABLE registrations (
  id            TEXT    NOT NULL PRIMARY KEY,
  username      TEXT    NOT NULL,
  folded_name   TEXT    NOT NULL UNIQUE,
  display_name  TEXT    NOT NULL,
  message       TEXT,
  address       TEXT    NOT NULL,
  password_hash TEXT    NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

-- Since when an account has its name: what the audit log says of that name before is somebody else's.
ALTER TABLE accounts ADD COLUMN named_at INTEGER NOT NULL DEFAULT 0;
UPDATE accounts SET named_at = created_at;
