-- How far each partition of parley.conversations is stored: the fence between two owners.
CREATE TABLE partition_progress (
    partition   integer PRIMARY KEY,
    next_offset bigint  NOT NULL
) WITH (fillfactor = 50);

-- kind: 1 direct, 2 open group, 3 closed group, 4 lobby, 5 inbox. created_at: epoch milliseconds.
CREATE TABLE conversation (
    id         bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text     NOT NULL UNIQUE,
    kind       smallint NOT NULL,
    created_at bigint   NOT NULL
);

-- For the list of open groups.
CREATE INDEX conversation_open_group ON conversation (name) WHERE kind = 2;

INSERT INTO conversation (name, kind, created_at) VALUES ('#lobby', 4, 0);

-- A conversation's log. There is no column for its last seq: the primary key answers that.
-- No foreign key to conversation: both are written by the same transaction of one owner, and the
-- check would cost a tenth of the throughput.
CREATE TABLE entry (
    conversation_id   bigint   NOT NULL,
    seq               bigint   NOT NULL,
    at                bigint   NOT NULL,
    kind              smallint NOT NULL,
    author            text     NOT NULL,
    client_message_id text     NOT NULL,
    subject           text,
    text              text,
    PRIMARY KEY (conversation_id, seq),
    UNIQUE (conversation_id, author, client_message_id)
);

-- given: highest seq handed to the member; read: highest seq it has seen; joined_seq: the entry
-- that made it a member. Cursors are rewritten often, and no index holds them: HOT updates.
CREATE TABLE member (
    conversation_id bigint NOT NULL REFERENCES conversation,
    account         text   NOT NULL,
    given           bigint NOT NULL,
    read            bigint NOT NULL,
    joined_seq      bigint NOT NULL,
    PRIMARY KEY (conversation_id, account)
) WITH (fillfactor = 80);

CREATE INDEX member_account ON member (account);

CREATE TABLE block (
    blocker text NOT NULL,
    blocked text NOT NULL,
    PRIMARY KEY (blocker, blocked)
);
