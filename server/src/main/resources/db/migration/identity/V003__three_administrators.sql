-- Three administrators apart (IDN-11): one account never holds two of the three, nor one of them and a business post,
-- at any time. Kept by the table itself, whoever writes. A post whose end lies before its beginning is left to the
-- constraint post_period, which has a sentence for it.
-- A post in another district counts too, so the range is wide for this one look. `SET` at the function would say the same
-- in fewer words, but PostgreSQL 15 lets only a superuser name these parameters there.
CREATE FUNCTION identity.keep_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    administers text := (SELECT reach FROM identity.role WHERE code = NEW.role);
    lo          text := coalesce(current_setting('lianlin.lo', true), '');
    hi          text := coalesce(current_setting('lianlin.hi', true), '');
    second_kind boolean;
BEGIN
    IF NEW.ends < NEW.starts THEN
        RETURN NEW;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('identity.post', NEW.account));
    PERFORM set_config('lianlin.lo', '0', true), set_config('lianlin.hi', '999999', true);
    second_kind := EXISTS (
        SELECT 1 FROM identity.post p JOIN identity.role r ON r.code = p.role
         WHERE p.account = NEW.account AND p.id <> NEW.id AND p.role <> NEW.role
           AND (r.reach = 'SYSTEM' OR administers = 'SYSTEM')
           AND daterange(p.starts, p.ends, '[]') && daterange(NEW.starts, NEW.ends, '[]'));
    PERFORM set_config('lianlin.lo', lo, true), set_config('lianlin.hi', hi, true);
    IF second_kind THEN
        RAISE EXCEPTION USING ERRCODE = '23514', CONSTRAINT = 'post_apart',
            MESSAGE = 'an administrator holds no second kind of post';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER post_apart BEFORE INSERT OR UPDATE OF role, account, starts, ends ON identity.post
    FOR EACH ROW EXECUTE FUNCTION identity.keep_apart();
