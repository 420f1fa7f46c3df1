-- Operator classes that let an exclusion constraint or a text index begin with the jurisdiction. Both extensions are
-- trusted: the owner of the database may create them without being a superuser. No search path needs to name `ext`.
CREATE SCHEMA IF NOT EXISTS ext;
CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA ext;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA ext;
GRANT USAGE ON SCHEMA ext TO lianlin_app;
