-- The networks this computer was on, and which of them are home.
CREATE TABLE networks (
  id            TEXT    NOT NULL PRIMARY KEY,
  gateway       TEXT    NOT NULL,
  prefix        TEXT    NOT NULL,
  -- The router's hardware address; NULL where the system didn't know it.
  hardware      TEXT,
  standing      TEXT    NOT NULL CHECK (standing IN ('home', 'away', 'unknown')),
  first_seen_at INTEGER NOT NULL,
  last_seen_at  INTEGER NOT NULL
) STRICT;

-- One row once the networks of the first opening were taken for home; no others are by themselves.
CREATE TABLE network_beginning (
  began_at INTEGER NOT NULL
) STRICT;
