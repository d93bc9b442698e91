-- A role is no longer one of four words: the owner makes more of them. What a role may do is a row where the owner
-- changed it; the built-in ones that have no row are as the program has them.
CREATE TABLE roles (
  id              TEXT    NOT NULL PRIMARY KEY,
  name            TEXT    NOT NULL,
  folded_name     TEXT    NOT NULL UNIQUE,
  -- Their names on the wire, each with a space behind it.
  permissions     TEXT    NOT NULL,
  require_totp    INTEGER NOT NULL CHECK (require_totp IN (0, 1)),
  approve_devices INTEGER NOT NULL CHECK (approve_devices IN (0, 1)),
  created_at      INTEGER NOT NULL
) STRICT;

DROP INDEX accounts_one_owner;
ALTER TABLE accounts ADD COLUMN role_id TEXT NOT NULL DEFAULT 'viewer';
UPDATE accounts SET role_id = role;
ALTER TABLE accounts DROP COLUMN role;
ALTER TABLE accounts RENAME COLUMN role_id TO role;
CREATE UNIQUE INDEX accounts_one_owner ON accounts (role) WHERE role = 'owner';
CREATE INDEX accounts_by_role ON accounts (role);

ALTER TABLE accounts ADD COLUMN state TEXT NOT NULL DEFAULT 'active'
  CHECK (state IN ('invited', 'active', 'blocked', 'deactivated'));
UPDATE accounts SET state = 'blocked' WHERE blocked = 1;
ALTER TABLE accounts DROP COLUMN blocked;

-- Whether signing in takes a code. The seed itself is another table's.
ALTER TABLE accounts ADD COLUMN totp INTEGER NOT NULL DEFAULT 0 CHECK (totp IN (0, 1));
ALTER TABLE accounts ADD COLUMN require_totp INTEGER NOT NULL DEFAULT 0 CHECK (require_totp IN (0, 1));
-- When its holder was first told that a second factor is needed: grace counts from there.
ALTER TABLE accounts ADD COLUMN totp_asked_at INTEGER;
ALTER TABLE accounts ADD COLUMN approve_devices INTEGER NOT NULL DEFAULT 0 CHECK (approve_devices IN (0, 1));

-- When a session's holder last showed their password, and whether a second factor with it.
ALTER TABLE sessions ADD COLUMN stepped_up_at INTEGER;
ALTER TABLE sessions ADD COLUMN stepped_up_totp INTEGER NOT NULL DEFAULT 0 CHECK (stepped_up_totp IN (0, 1));
-- The known device it was begun on.
ALTER TABLE sessions ADD COLUMN device_id TEXT;
-- How its holder signed in, as the words of RFC 8176 with a space between.
ALTER TABLE sessions ADD COLUMN amr TEXT NOT NULL DEFAULT 'pwd';
