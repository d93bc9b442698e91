-- People who said that they forgot their password; one open request an account.
CREATE TABLE reset_requests (
  id         TEXT    NOT NULL PRIMARY KEY,
  account_id TEXT    NOT NULL UNIQUE REFERENCES accounts (id) ON DELETE CASCADE,
  address    TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- One-time codes for a new password, as SHA-256; one an account. Taking it deletes it.
CREATE TABLE reset_codes (
  account_id TEXT    NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  hash       BLOB    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
