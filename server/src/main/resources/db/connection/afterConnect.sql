-- For every connection of a migration: it sees all districts. Row-level security binds the owner of the tables too, unless
-- he is a superuser; without a range he would change no rows, and nobody would notice.
SELECT set_config('lianlin.lo', '0', false), set_config('lianlin.hi', '999999', false);
