-- The policies compared with sub-selects, whose values the planner cannot know: it took every range of jurisdictions
-- for one row in two hundred and chose any index at all. A stable function it asks while it plans. As the edge of an
-- index it is still evaluated once for each scan, and every index of a guarded table begins with the jurisdiction.
DO $$
DECLARE
    guarded record;
BEGIN
    FOR guarded IN SELECT schemaname, tablename FROM pg_policies WHERE policyname = 'in_scope' LOOP
        EXECUTE format('ALTER POLICY in_scope ON %I.%I USING (jurisdiction BETWEEN kernel.lo() AND kernel.hi())',
            guarded.schemaname, guarded.tablename);
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION kernel.guard(guarded regclass, rights text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
    RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
    EXECUTE format('CREATE POLICY in_scope ON %s USING (jurisdiction BETWEEN kernel.lo() AND kernel.hi())', guarded);
    EXECUTE format('GRANT %s ON %s TO lianlin_app', rights, guarded);
END $$;
