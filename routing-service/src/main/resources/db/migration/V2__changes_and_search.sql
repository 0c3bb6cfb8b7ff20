-- The message that a change concerns, or that a message answers; null for nearly all entries.
ALTER TABLE entry ADD COLUMN target bigint;

-- What changes have made of a message. A message without changes has no row here. changed: seq of
-- the last change; text_seq: the entry that holds what the message says now.
CREATE TABLE message_state (
    conversation_id bigint  NOT NULL,
    seq             bigint  NOT NULL,
    changed         bigint  NOT NULL,
    text_seq        bigint  NOT NULL,
    edited_at       bigint,
    deleted         boolean NOT NULL,
    pinned          boolean NOT NULL,
    PRIMARY KEY (conversation_id, seq)
) WITH (fillfactor = 80);

CREATE INDEX message_state_pinned ON message_state (conversation_id, seq) WHERE pinned;

-- The edits of a message, so that its versions are found without an index on every entry.
CREATE TABLE message_edit (
    conversation_id bigint NOT NULL,
    target          bigint NOT NULL,
    seq             bigint NOT NULL,
    PRIMARY KEY (conversation_id, target, seq)
);

-- seq: the entry with which the reaction came.
CREATE TABLE reaction (
    conversation_id bigint NOT NULL,
    target          bigint NOT NULL,
    reaction        text   NOT NULL,
    account         text   NOT NULL,
    seq             bigint NOT NULL,
    PRIMARY KEY (conversation_id, target, reaction, account)
);

-- Trusted since PostgreSQL 13: where it is missing, the role needs CREATE on the database.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Messages as search finds them, written beside the hot path. folded: the text in lower case;
-- words: its words, which the service cuts, so that no locale of the database has a say.
CREATE TABLE search_document (
    conversation_id bigint   NOT NULL,
    seq             bigint   NOT NULL,
    at              bigint   NOT NULL,
    author          text     NOT NULL,
    folded          text     NOT NULL,
    words           tsvector NOT NULL,
    PRIMARY KEY (conversation_id, seq)
);

CREATE INDEX search_document_words ON search_document USING gin (words);
CREATE INDEX search_document_folded ON search_document USING gin (folded gin_trgm_ops);

-- How far each conversation is indexed.
CREATE TABLE search_progress (
    conversation_id bigint PRIMARY KEY,
    seq             bigint NOT NULL
) WITH (fillfactor = 50);
