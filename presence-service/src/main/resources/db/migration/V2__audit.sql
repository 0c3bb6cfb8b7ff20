-- The topics that audit events name as their cause; a number keeps audit_event small.
CREATE TABLE audit_topic (
  id   smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text     NOT NULL UNIQUE
);

-- Who did what, when, from where. Identified by the record that caused it, so that an event told
-- twice is kept once. Never holds text.
CREATE TABLE audit_event (
  at            timestamptz NOT NULL,
  record_offset bigint      NOT NULL,
  seq           bigint,
  partition     int         NOT NULL,
  item          int         NOT NULL,
  size          int,
  topic         smallint    NOT NULL,
  service       text        NOT NULL,
  action        text        NOT NULL,
  account       text        NOT NULL,
  conversation  text,
  subject       text,
  door          text,
  address       text,
  PRIMARY KEY (topic, partition, record_offset, item)
);
-- Finds a span of time for next to nothing: rows lie in the order in which they came.
CREATE INDEX audit_event_by_time ON audit_event USING brin (at);
