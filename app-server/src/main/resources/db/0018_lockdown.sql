-- The house is locked down as long as there is a row.
-- finished is 0 until everybody is out: a server that dies before goes on with it at its next start.
CREATE TABLE lockdown (
  one      INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  since    INTEGER NOT NULL,
  by_name  TEXT    NOT NULL,
  sessions INTEGER NOT NULL,
  api_keys INTEGER NOT NULL,
  lan_door INTEGER NOT NULL CHECK (lan_door IN (0, 1)),
  finished INTEGER NOT NULL CHECK (finished IN (0, 1))
) STRICT;
