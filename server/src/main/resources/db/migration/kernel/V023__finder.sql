-- Under row-level security an index over texts serves nobody: the planner lets only operators marked leakproof look at
-- a row before the policy does, and those of text search are not. So names are looked up by a role that reads nothing
-- but the grams and ids of the searched tables, through functions that apply the range of the connection themselves.
GRANT USAGE ON SCHEMA kernel TO lianlin_finder;

-- Gives the functions that find to the role that finds. Run at every start too: a dump may be restored without owners.
CREATE FUNCTION kernel.finders_apart() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    finder record;
BEGIN
    FOR finder IN
        SELECT p.oid::regprocedure AS name, n.nspname AS place
          FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
         WHERE p.prosecdef AND p.proname LIKE '%\_found' AND p.proowner <> 'lianlin_finder'::regrole
           AND EXISTS (SELECT FROM pg_policies WHERE schemaname = n.nspname AND policyname = 'found'
                          AND tablename || '_found' = p.proname)
    LOOP
        EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO lianlin_finder', finder.place);
        EXECUTE format('ALTER FUNCTION %s OWNER TO lianlin_finder', finder.name);
        EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM lianlin_finder', finder.place);
    END LOOP;
END $$;

-- Makes a guarded table with `id` and `grams` searchable: its function `<table>_found` hands back the ids of the rows
-- that match, within the range of the connection; null where there are more than `most`.
CREATE FUNCTION kernel.searchable(searched regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    finder text := (SELECT format('%I.%I', nspname, relname || '_found')
                      FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE c.oid = searched);
BEGIN
    EXECUTE format('CREATE POLICY found ON %s FOR SELECT TO lianlin_finder USING (true)', searched);
    EXECUTE format('GRANT SELECT (jurisdiction, id, grams) ON %s TO lianlin_finder', searched);
    EXECUTE format(
        'CREATE FUNCTION %1$s(wanted text, most int) RETURNS bigint[] LANGUAGE sql STABLE SECURITY DEFINER '
        'SET search_path = pg_catalog RETURN (SELECT CASE WHEN count(*) <= most THEN coalesce(array_agg(id), ''{}'') END '
        'FROM (SELECT id FROM %2$s WHERE grams @@ wanted::tsquery AND jurisdiction BETWEEN kernel.lo() AND kernel.hi() '
        'LIMIT most + 1) AS found)', finder, searched);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', finder);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO lianlin_app', finder);
    PERFORM kernel.finders_apart();
END $$;
