-- The keys that sign and seal, each wrapped by the master key, which is never in here.
CREATE TABLE keys (
  id         TEXT    NOT NULL PRIMARY KEY,
  purpose    TEXT    NOT NULL,
  state      TEXT    NOT NULL CHECK (state IN ('active', 'retiring')),
  wrapped    BLOB    NOT NULL,
  created_at INTEGER NOT NULL,
  -- When a retiring key stops being good; none while something sealed by it may be left.
  retire_at  INTEGER CHECK (retire_at IS NULL OR state = 'retiring')
) STRICT;

CREATE UNIQUE INDEX keys_one_active ON keys (purpose) WHERE state = 'active';

-- Which server this is, in one row: tokens of another one are strangers here.
CREATE TABLE server_identity (
  only_row  INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  server_id TEXT    NOT NULL
) STRICT;
