-- An answer is kept encrypted (IDN-14), so that those with personal data in them can be repeated too. What the release
-- before kept in the clear is repeated until it is 7 days old; where that release still runs, it takes a sealed answer
-- for one that is not kept. `kept` and `body` go with a later release.
ALTER TABLE kernel.answered ADD COLUMN sealed bytea;
ALTER TABLE kernel.answered ALTER COLUMN kept SET DEFAULT false, ALTER COLUMN body SET DEFAULT '';
COMMENT ON COLUMN kernel.answered.sealed IS 'The encrypted answer; without one, only that the request was done is kept';
