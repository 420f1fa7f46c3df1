-- What was in a seal, so that a verification can name the row that was changed, taken out or put in: for each row its
-- id (8 bytes) and the beginning of its hash (8 bytes). The root alone proves; the prints only point.
ALTER TABLE kernel.seal ADD COLUMN prints bytea NOT NULL DEFAULT '';
COMMENT ON COLUMN kernel.seal.prints IS 'Per row in reading order: id and the first 8 bytes of its leaf';

-- Monthly partitions of the journal are made ahead by the application, which owns nothing: this function does it as
-- the owner. False where the rows of that month stand in the default partition already.
CREATE FUNCTION kernel.open_journal_month(month int, lo bigint, hi bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '3s' AS $$
DECLARE
    partition text := 'journal_p' || month;
BEGIN
    IF month NOT BETWEEN 201001 AND 209912 OR lo >= hi THEN
        RAISE EXCEPTION 'no month: %', month;
    END IF;
    PERFORM pg_advisory_xact_lock(7310268);
    IF to_regclass('kernel.' || partition) IS NOT NULL THEN
        RETURN true;
    END IF;
    IF EXISTS (SELECT FROM kernel.journal_default WHERE id >= lo AND id < hi) THEN
        RETURN false;
    END IF;
    EXECUTE format('CREATE TABLE kernel.%I PARTITION OF kernel.journal FOR VALUES FROM (%L) TO (%L)', partition, lo, hi);
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION kernel.open_journal_month FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.open_journal_month TO lianlin_app;
