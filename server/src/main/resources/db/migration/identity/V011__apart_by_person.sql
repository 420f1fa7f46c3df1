-- Three administrators apart, by person (IDN-11): who has two accounts holds two of the three in neither way, nor one
-- of them beside a post of the business. What everybody may have, his own matters, counts within one account only: an
-- administrator may be a resident too, under another account.
CREATE INDEX IF NOT EXISTS account_by_person ON identity.account (person);

CREATE OR REPLACE FUNCTION identity.keep_apart() RETURNS trigger LANGUAGE plpgsql
    SET lianlin.lo = '0' SET lianlin.hi = '999999' AS $$
DECLARE
    reached text := (SELECT reach FROM identity.role WHERE code = NEW.role);
    who bigint := (SELECT person FROM identity.account WHERE id = NEW.account);
BEGIN
    IF NEW.ends < NEW.starts THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('identity.post', who));
    IF EXISTS (
        SELECT 1 FROM identity.account a
          JOIN identity.post p ON p.account = a.id
          JOIN identity.role r ON r.code = p.role
         WHERE a.person = who AND p.id <> NEW.id AND p.role <> NEW.role
           AND (r.reach = 'SYSTEM' OR reached = 'SYSTEM')
           AND (a.id = NEW.account OR r.reach <> 'OWN' AND reached <> 'OWN')
           AND daterange(p.starts, p.ends, '[]') && daterange(NEW.starts, NEW.ends, '[]')) THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'post_apart',
            MESSAGE = 'an administrator holds no second kind of post';
    END IF;
    RETURN NEW;
END $$;
