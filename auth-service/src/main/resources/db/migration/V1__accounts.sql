-- Who can log in. Times are those of the log, parley.auth.
CREATE TABLE account (
  handle              text PRIMARY KEY,
  password_hash       text        NOT NULL,  -- PHC string of Argon2id
  password_set_by     text        NOT NULL,  -- nonce of the sealing that became this password
  created_at          timestamptz NOT NULL,
  password_changed_at timestamptz,           -- NULL until it is changed
  announced           boolean     NOT NULL   -- AccountCreated is on parley.accounts
);

-- What the sweep looks for; empty in quiet times.
CREATE INDEX account_unannounced ON account (created_at) WHERE NOT announced;

-- Wrong passwords in a row, also for handles that nobody has.
CREATE TABLE lockout (
  handle          text PRIMARY KEY,
  attempts        text[]      NOT NULL,  -- nonces of the attempts that count
  locked_until    timestamptz NOT NULL,
  last_attempt_at timestamptz NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX lockout_last_attempt ON lockout (last_attempt_at);

-- Sealings that were opened, and by which record.
CREATE TABLE nonce (
  nonce            text PRIMARY KEY,
  record_partition integer     NOT NULL,
  record_offset    bigint      NOT NULL,
  taken_at         timestamptz NOT NULL
);

CREATE INDEX nonce_taken_at ON nonce (taken_at);
