-- The seed of an authenticator app, sealed for its account alone, and the last step whose code was taken: a code is
-- good once, and so is every one before it.
CREATE TABLE totp_seeds (
  account_id TEXT    NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  seed       BLOB    NOT NULL,
  last_step  INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- A seed that was shown and not yet confirmed by a code. The one in force stays so until then.
CREATE TABLE totp_enrolments (
  account_id TEXT    NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  seed       BLOB    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

-- Accounts whose second factor was reset: the next sign-in sets up a new one, whatever else asks for one or does not,
-- and without grace. Setting one up takes the row away.
CREATE TABLE totp_forced (
  account_id TEXT    NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  since      INTEGER NOT NULL
) STRICT;

-- Codes for when the app is lost; taking one deletes it.
CREATE TABLE recovery_codes (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  key_id     TEXT NOT NULL,
  hmac       BLOB NOT NULL,
  PRIMARY KEY (account_id, hmac)
) STRICT, WITHOUT ROWID;

-- Wrong codes, counted apart from wrong passwords.
CREATE TABLE wrong_codes (
  account_id TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at         INTEGER NOT NULL
) STRICT;

CREATE INDEX wrong_codes_by_account ON wrong_codes (account_id, at);

-- Sign-ins that have shown a password and not all that is asked for. The holder has the ticket, we its SHA-256.
CREATE TABLE half_logins (
  hash        BLOB    NOT NULL PRIMARY KEY,
  stage       TEXT    NOT NULL CHECK (stage IN ('second_factor', 'enrolment', 'approval')),
  account_id  TEXT    NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  remember    INTEGER NOT NULL CHECK (remember IN (0, 1)),
  device      TEXT    NOT NULL,
  browser     TEXT    NOT NULL,
  -- The known device it is done on, where it was recognised.
  device_id   TEXT,
  -- What was shown so far, as the words of RFC 8176 with a space between.
  amr         TEXT    NOT NULL,
  -- What the owner was asked; of the stage approval alone.
  question_id TEXT,
  number      TEXT,
  wrong       INTEGER NOT NULL DEFAULT 0,
  expires_at  INTEGER NOT NULL,
  CHECK ((stage = 'approval') = (question_id IS NOT NULL AND number IS NOT NULL))
) STRICT;

CREATE INDEX half_logins_by_account ON half_logins (account_id);
CREATE INDEX half_logins_by_end ON half_logins (expires_at);
