-- Who may read a group and not write there. until: epoch milliseconds; null: until it is unmuted. A
-- mute that ended by itself stays until the next one, and counts no longer. It outlives membership,
-- so that leaving and joining again changes nothing.
CREATE TABLE mute (
    conversation_id bigint NOT NULL REFERENCES conversation,
    account         text   NOT NULL,
    until           bigint,
    PRIMARY KEY (conversation_id, account)
);
