-- The second line of scope: every table with a jurisdiction shows only the range that the connection carries.
-- The application sets lianlin.lo and lianlin.hi whenever it takes a connection; without them nothing is visible.
CREATE FUNCTION kernel.lo() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('lianlin.lo', true), '')::int;
CREATE FUNCTION kernel.hi() RETURNS int LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('lianlin.hi', true), '')::int;

-- Puts a table under row-level security and gives the application the rights named; called by every migration that
-- makes a table with a jurisdiction.
CREATE FUNCTION kernel.guard(guarded regclass, rights text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY in_scope ON %s USING (jurisdiction BETWEEN (SELECT kernel.lo()) AND (SELECT kernel.hi()))',
        guarded);
    EXECUTE format('GRANT %s ON %s TO lianlin_app', rights, guarded);
END $$;

GRANT USAGE ON SCHEMA kernel TO lianlin_app;

-- Each running application takes the next number, which keeps the ids of two nodes apart.
CREATE SEQUENCE kernel.node MINVALUE 0 MAXVALUE 1023 CYCLE;
GRANT USAGE ON SEQUENCE kernel.node TO lianlin_app;
