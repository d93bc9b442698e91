-- Tries at passwords and codes that were not right, one row each: their number and times say who has to wait. A try is
-- written before the password is looked at and deleted when it was right, so that a crash forgets none.
CREATE TABLE guesses (
  id      TEXT    NOT NULL PRIMARY KEY,
  -- The name that was tried, folded, whether there is such an account or not.
  name    TEXT    NOT NULL,
  -- An IPv4 address, or the first 64 bits of an IPv6 one.
  network TEXT    NOT NULL,
  -- Whether it came from a device that the account knows: these are counted apart.
  known   INTEGER NOT NULL CHECK (known IN (0, 1)),
  at      INTEGER NOT NULL
) STRICT;

CREATE INDEX guesses_by_name ON guesses (name, known, at);
CREATE INDEX guesses_by_time ON guesses (at);

-- Who was told to wait: begun by the first try that was held back, so that it is audited once, and listed.
CREATE TABLE guess_holds (
  id      TEXT    NOT NULL PRIMARY KEY,
  name    TEXT    NOT NULL,
  -- Empty where the account is held for every address.
  network TEXT    NOT NULL,
  known   INTEGER NOT NULL CHECK (known IN (0, 1)),
  since   INTEGER NOT NULL,
  until   INTEGER NOT NULL,
  UNIQUE (name, network, known)
) STRICT;

CREATE INDEX guess_holds_by_end ON guess_holds (until);

-- How much of its rate somebody has used: one number says it all (docs/decisions/0006-one-number-a-rate.md).
CREATE TABLE rates (
  rate    TEXT    NOT NULL,
  -- A session, or an address as in guesses.
  key     TEXT    NOT NULL,
  -- When everything may be used again, in microseconds since 1970.
  full_at INTEGER NOT NULL,
  PRIMARY KEY (rate, key)
) STRICT;

CREATE INDEX rates_by_time ON rates (full_at);

-- Addresses that the owner has shut out.
CREATE TABLE shut_out (
  id      TEXT    NOT NULL PRIMARY KEY,
  address TEXT    NOT NULL UNIQUE,
  since   INTEGER NOT NULL,
  -- None where it is for good.
  until   INTEGER
) STRICT;
