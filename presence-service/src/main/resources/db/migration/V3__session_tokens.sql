-- Which token a session can be resumed with: an id of it, never the token itself.
ALTER TABLE session ADD COLUMN token text;
CREATE INDEX session_by_token ON session (token) WHERE token IS NOT NULL;
