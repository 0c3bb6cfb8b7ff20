-- Whether the person of an open session has turned away from the screen.
ALTER TABLE session ADD COLUMN away boolean NOT NULL DEFAULT false;
-- When an account was last here.
CREATE INDEX session_by_account ON session (account);
