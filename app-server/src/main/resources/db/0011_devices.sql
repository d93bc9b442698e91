-- The devices that an account has been signed in to on. A browser's signed cookie names its row; without the row the
-- cookie is nothing.
CREATE TABLE devices (
  id           TEXT    NOT NULL PRIMARY KEY,
  account_id   TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  name         TEXT    NOT NULL,
  browser      TEXT    NOT NULL,
  address      TEXT    NOT NULL,
  created_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT;

CREATE INDEX devices_by_account ON devices (account_id, last_seen_at);
CREATE INDEX devices_by_last_seen ON devices (last_seen_at);

CREATE INDEX sessions_by_device ON sessions (device_id) WHERE device_id IS NOT NULL;

-- New devices that wait for the owner's yes, and what became of them.
CREATE TABLE approvals (
  id         TEXT    NOT NULL PRIMARY KEY,
  account_id TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  number     TEXT    NOT NULL,
  device     TEXT    NOT NULL,
  browser    TEXT    NOT NULL,
  address    TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('asked', 'allowed', 'denied', 'expired', 'taken')),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- Two devices never show the same number.
CREATE UNIQUE INDEX approvals_one_number ON approvals (number) WHERE state = 'asked';
CREATE INDEX approvals_by_account ON approvals (account_id);
CREATE INDEX approvals_by_end ON approvals (expires_at);
