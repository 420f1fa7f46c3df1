-- Three administrators apart, by person (IDN-11): who has two accounts holds two of the three under none of them, nor one
-- of them beside a post of the business. What everybody may have, his own matters, counts within one account only: an
-- administrator may be a resident too, under another account.
CREATE INDEX IF NOT EXISTS account_by_person ON identity.account (person);

CREATE OR REPLACE FUNCTION identity.keep_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    reached     text := (SELECT reach FROM identity.role WHERE code = NEW.role);
    lo          text := coalesce(current_setting('lianlin.lo', true), '');
    hi          text := coalesce(current_setting('lianlin.hi', true), '');
    who         bigint;
    second_kind boolean;
BEGIN
    IF NEW.ends < NEW.starts THEN
        RETURN NEW;
    END IF;
    PERFORM set_config('lianlin.lo', '0', true), set_config('lianlin.hi', '999999', true);
    who := (SELECT person FROM identity.account WHERE id = NEW.account);
    PERFORM pg_advisory_xact_lock(hashtextextended('identity.post', who));
    second_kind := EXISTS (
        SELECT 1 FROM identity.account a
          JOIN identity.post p ON p.account = a.id
          JOIN identity.role r ON r.code = p.role
         WHERE a.person = who AND p.id <> NEW.id AND p.role <> NEW.role
           AND (r.reach = 'SYSTEM' OR reached = 'SYSTEM')
           AND (a.id = NEW.account OR r.reach <> 'OWN' AND reached <> 'OWN')
           AND daterange(p.starts, p.ends, '[]') && daterange(NEW.starts, NEW.ends, '[]'));
    PERFORM set_config('lianlin.lo', lo, true), set_config('lianlin.hi', hi, true);
    IF second_kind THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'post_apart',
            MESSAGE = 'an administrator holds no second kind of post';
    END IF;
    RETURN NEW;
END $$;
