-- A post whose end lies before its beginning is left to the constraint post_period, which has a sentence for it.
CREATE OR REPLACE FUNCTION identity.keep_apart() RETURNS trigger LANGUAGE plpgsql
    SET lianlin.lo = '0' SET lianlin.hi = '999999' AS $$
DECLARE
    administers text := (SELECT reach FROM identity.role WHERE code = NEW.role);
BEGIN
    IF NEW.ends < NEW.starts THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('identity.post', NEW.account));
    IF EXISTS (
        SELECT 1 FROM identity.post p JOIN identity.role r ON r.code = p.role
         WHERE p.account = NEW.account AND p.id <> NEW.id AND p.role <> NEW.role
           AND (r.reach = 'SYSTEM' OR administers = 'SYSTEM')
           AND daterange(p.starts, p.ends, '[]') && daterange(NEW.starts, NEW.ends, '[]')) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'post_apart',
            MESSAGE = 'an administrator holds no second kind of post';
    END IF;
    RETURN NEW;
END $$;
