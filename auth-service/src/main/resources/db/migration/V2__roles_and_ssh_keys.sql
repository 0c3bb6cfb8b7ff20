-- What an account may do, and whether an administrator closed it.
ALTER TABLE account ADD COLUMN role text NOT NULL DEFAULT 'MEMBER'
  CHECK (role IN ('MEMBER', 'MODERATOR', 'ADMIN'));
ALTER TABLE account ADD COLUMN disabled boolean NOT NULL DEFAULT FALSE;

-- The last change that ended the tokens and sessions of before: its time, why, and the one session
-- that went on. It is told to presence-service when `announced` is set.
ALTER TABLE account RENAME COLUMN password_changed_at TO changed_at;
ALTER TABLE account ADD COLUMN change_reason text;
ALTER TABLE account ADD COLUMN kept_session text;
UPDATE account SET change_reason = 'password_changed' WHERE changed_at IS NOT NULL;
ALTER TABLE account ADD CHECK ((changed_at IS NULL) = (change_reason IS NULL));

-- Keys that log an account in. One key may belong to several accounts.
CREATE TABLE ssh_key (
  account     text        NOT NULL REFERENCES account,
  fingerprint text        NOT NULL,  -- SHA256:…, as ssh-keygen -l prints it
  type        text        NOT NULL,
  blob        bytea       NOT NULL,  -- RFC 4253 section 6.6
  name        text        NOT NULL,
  added_at    timestamptz NOT NULL,
  PRIMARY KEY (account, fingerprint)
);
