-- An answer that holds a secret or personal data in the clear is not kept. That its request has been carried out is:
-- the same key again is told so, and nothing is done twice.
ALTER TABLE kernel.answered ADD COLUMN kept boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN kernel.answered.kept IS 'Whether the answer itself is here; otherwise only that the request was done';
