-- Shared spaces: folders anywhere on the owner's disk, each with members. A personal space has an account; a shared one
-- has none, and its folder is the absolute path without a link in it.
DROP INDEX spaces_one_personal;
ALTER TABLE spaces ADD COLUMN account_id TEXT;
UPDATE spaces SET account_id = owner_id;
ALTER TABLE spaces DROP COLUMN owner_id;
ALTER TABLE spaces RENAME COLUMN account_id TO owner_id;
CREATE UNIQUE INDEX spaces_one_personal ON spaces (owner_id) WHERE kind = 'personal';
-- Which folder it was when it was added, as the system tells folders apart; none where it doesn't.
ALTER TABLE spaces ADD COLUMN root_key TEXT;

-- Who may use a shared space, and what they may do in it.
CREATE TABLE space_members (
    space_id    TEXT NOT NULL REFERENCES spaces (id),
    account_id  TEXT NOT NULL REFERENCES accounts (id),
    -- Their names on the wire, with a space between.
    permissions TEXT NOT NULL,
    PRIMARY KEY (space_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX space_members_by_account ON space_members (account_id);

-- The shared spaces that come with an invite. The space may be gone by the time it is accepted: then its name is what
-- is left to tell.
CREATE TABLE invite_spaces (
    invite_id   TEXT NOT NULL REFERENCES invites (id) ON DELETE CASCADE,
    space_id    TEXT NOT NULL,
    name        TEXT NOT NULL,
    permissions TEXT NOT NULL,
    PRIMARY KEY (invite_id, space_id)
) STRICT, WITHOUT ROWID;
