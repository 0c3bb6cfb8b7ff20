-- The file of a message: FILE SIZE SHA256 TYPE NAME; null for nearly all entries, and for a message
-- that was withdrawn.
ALTER TABLE entry ADD COLUMN attachment text;
