-- API keys: how scripts get in. Of the secret only its SHA-256 is kept: it is random, so nothing slower is needed.
CREATE TABLE api_keys (
  id                TEXT    NOT NULL PRIMARY KEY,
  account_id        TEXT    NOT NULL REFERENCES accounts (id),
  name              TEXT    NOT NULL,
  hash              BLOB    NOT NULL CHECK (length(hash) = 32),
  -- Their names on the wire, with a space between.
  permissions       TEXT    NOT NULL,
  created_at        INTEGER NOT NULL,
  expires_at        INTEGER,
  last_used_at      INTEGER,
  last_used_address TEXT
) STRICT;

CREATE INDEX api_keys_by_account ON api_keys (account_id, id);
