-- STUB until the module of organizations lands
GRANT USAGE ON SCHEMA organization TO lianlin_app;
CREATE TABLE organization.organization (
    jurisdiction int NOT NULL,
    id bigint NOT NULL,
    area bigint NOT NULL,
    path text COLLATE "C" NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    status text NOT NULL,
    PRIMARY KEY (jurisdiction, id)
);
CREATE INDEX organization_by_name ON organization.organization (jurisdiction, name);
SELECT kernel.guard('organization.organization');
