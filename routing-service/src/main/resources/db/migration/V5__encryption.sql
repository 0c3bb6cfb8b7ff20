-- Whether a direct conversation takes sealed texts only; null if nobody ever said. Its entries of
-- kind 14 (encrypted) and 15 (unencrypted) say since when.
ALTER TABLE conversation ADD COLUMN encrypted boolean;
