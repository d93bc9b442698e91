CREATE TABLE accounts (
  id            TEXT    NOT NULL PRIMARY KEY,
  username      TEXT    NOT NULL,
  folded_name   TEXT    NOT NULL UNIQUE,
  display_name  TEXT    NOT NULL,
  role          TEXT    NOT NULL CHECK (role IN ('owner', 'admin', 'user', 'viewer')),
  blocked       INTEGER NOT NULL CHECK (blocked IN (0, 1)),
  password_hash TEXT    NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

-- Exactly one owner, whatever the program does.
CREATE UNIQUE INDEX accounts_one_owner ON accounts (role) WHERE role = 'owner';
