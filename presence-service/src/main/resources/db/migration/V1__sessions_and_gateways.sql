-- One row for each authenticated connection; open while closed_at is null.
CREATE TABLE session (
  id        text        PRIMARY KEY,
  account   text        NOT NULL,
  gateway   text        NOT NULL,
  door      text        NOT NULL,
  address   text        NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  reason    text,
  CHECK ((closed_at IS NULL) = (reason IS NULL))
);
CREATE INDEX session_open_by_account ON session (account) WHERE closed_at IS NULL;
CREATE INDEX session_open_by_gateway ON session (gateway) WHERE closed_at IS NULL;
-- Who was here within the last hour, and the purge.
CREATE INDEX session_by_closed_at ON session (closed_at) WHERE closed_at IS NOT NULL;

-- Every gateway that was heard of. Its row is also the fence between opening sessions (FOR SHARE)
-- and closing all of them (FOR UPDATE).
CREATE TABLE gateway (
  id               text        PRIMARY KEY,
  last_seen        timestamptz NOT NULL,
  expired_at       timestamptz,
  reason           text,
  cause_partition  int,
  cause_offset     bigint,
  topic_deleted_at timestamptz,
  CHECK ((expired_at IS NULL) = (reason IS NULL)),
  CHECK ((expired_at IS NULL) = (cause_partition IS NULL)),
  CHECK ((expired_at IS NULL) = (cause_offset IS NULL))
);
CREATE INDEX gateway_topic_to_delete ON gateway (id)
  WHERE expired_at IS NOT NULL AND topic_deleted_at IS NULL;

-- How far each partition of parley.presence has changed the tables above, written in the same
-- transaction. A record below next_offset was handled before: it changes nothing again.
CREATE TABLE partition_progress (
  partition   int         PRIMARY KEY,
  next_offset bigint      NOT NULL,
  last_at     timestamptz NOT NULL
) WITH (fillfactor = 20);
