-- Tells the planner about many new rows at once, after an import or the demo county. Only the owner of tables may do
-- that; the function lets the application ask for it.
CREATE FUNCTION kernel.count_anew() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE 'ANALYZE';
END $$;
REVOKE ALL ON FUNCTION kernel.count_anew() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kernel.count_anew() TO lianlin_app;
