CREATE TABLE sessions (
  id           TEXT    NOT NULL PRIMARY KEY,
  account_id   TEXT    NOT NULL REFERENCES accounts (id),
  device       TEXT    NOT NULL,
  browser      TEXT    NOT NULL,
  address      TEXT    NOT NULL,
  remembered   INTEGER NOT NULL CHECK (remembered IN (0, 1)),
  generation   INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  expires_at   INTEGER NOT NULL,
  ended_at     INTEGER,
  end_reason   TEXT
) STRICT;

CREATE INDEX sessions_by_account ON sessions (account_id, last_seen_at);
CREATE INDEX sessions_open ON sessions (id) WHERE ended_at IS NULL;

-- Every refresh token a session has had. A spent one that comes back means that somebody has a copy.
CREATE TABLE refresh_tokens (
  hash       BLOB    NOT NULL PRIMARY KEY,
  session_id TEXT    NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  generation INTEGER NOT NULL,
  spent_at   INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
