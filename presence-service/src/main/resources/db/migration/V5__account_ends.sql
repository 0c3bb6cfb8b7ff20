-- Since when the logins of an account are void: its password or role was changed, or it was closed.
CREATE TABLE account_end (
  account      text        PRIMARY KEY,
  before       timestamptz NOT NULL,  -- on the clock of parley.auth
  kept_session text                   -- the one session that may go on
);
