GRANT USAGE ON SCHEMA organization TO lianlin_app;

-- One segment of a path for every organization that was ever placed somewhere; never used twice, so that what the
-- journal says about a path stays true.
CREATE SEQUENCE organization.segment MAXVALUE 1073741823;
GRANT USAGE ON SEQUENCE organization.segment TO lianlin_app;

-- The organization graph's main tree. A subtree is one interval of paths; segments have 6 characters.
CREATE TABLE organization.organization (
    jurisdiction     int    NOT NULL,
    id               bigint NOT NULL,
    area             bigint NOT NULL,
    path             text   NOT NULL COLLATE "C",
    parent           bigint,
    kind             text   NOT NULL,
    name             text   NOT NULL,
    short_name       text,
    setup_mode       text,
    bond             text,
    unit_kind        text,
    credit_code      text,
    founded_on       date,
    approved_by      text,
    term_start       date,
    term_end         date,
    phone            text,
    address          text,
    place            bigint,
    secretary        text,
    secretary_person bigint,
    skills           text[] NOT NULL DEFAULT '{}',
    special_approval boolean NOT NULL DEFAULT false,
    status           text   NOT NULL,
    sort             int    NOT NULL DEFAULT 0,
    grams            tsvector NOT NULL,
    version          int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, parent) REFERENCES organization.organization (jurisdiction, id),
    CONSTRAINT organization_path UNIQUE (jurisdiction, path),
    CONSTRAINT organization_path_shape CHECK (length(path) % 6 = 0 AND length(path) BETWEEN 6 AND 120),
    CONSTRAINT organization_root CHECK ((parent IS NULL) = (length(path) = 6)),
    CONSTRAINT organization_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'DISSOLVED')),
    CONSTRAINT organization_term CHECK (term_end > term_start),
    CONSTRAINT organization_bond CHECK (bond IS NULL OR kind IN ('FUNCTIONAL_BRANCH', 'FUNCTIONAL_GROUP'))
);
CREATE INDEX organization_by_parent ON organization.organization (jurisdiction, parent, sort, path);
CREATE INDEX organization_by_area ON organization.organization (jurisdiction, area);
CREATE INDEX organization_by_kind ON organization.organization (jurisdiction, kind, path);
CREATE INDEX organization_by_name ON organization.organization (jurisdiction, name);
CREATE INDEX organization_by_grams ON organization.organization USING gin (jurisdiction, grams);
CREATE UNIQUE INDEX organization_credit_code ON organization.organization (jurisdiction, credit_code)
    WHERE status <> 'DISSOLVED' AND credit_code IS NOT NULL;
CREATE UNIQUE INDEX organization_name ON organization.organization (jurisdiction, coalesce(parent, 0), name)
    WHERE status <> 'DISSOLVED';
COMMENT ON TABLE organization.organization IS 'Organizations of all kinds in one tree, with the profile of ORG-28';
SELECT kernel.guard('organization.organization', 'SELECT, INSERT, UPDATE');

-- Relations beside the tree; `ends` is the first day without it. They never change who belongs to whom (ORG-09, ORG-20).
CREATE TABLE organization.relation (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    kind         text   NOT NULL,
    organization bigint NOT NULL,
    other        bigint NOT NULL,
    role         text,
    note         text,
    starts       date   NOT NULL,
    ends         date,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, organization) REFERENCES organization.organization (jurisdiction, id),
    FOREIGN KEY (jurisdiction, other) REFERENCES organization.organization (jurisdiction, id),
    CONSTRAINT relation_self CHECK (organization <> other),
    CONSTRAINT relation_period CHECK (ends >= starts),
    CONSTRAINT relation_role CHECK ((kind = 'REGIONAL_MEMBER') = (role IS NOT NULL)),
    CONSTRAINT relation_twice EXCLUDE USING gist (
        jurisdiction WITH =, kind WITH =, organization WITH =, other WITH =, daterange(starts, ends) WITH &&),
    CONSTRAINT relation_covered EXCLUDE USING gist (
        jurisdiction WITH =, organization WITH =, daterange(starts, ends) WITH &&) WHERE (kind = 'COVERED_BY')
);
CREATE INDEX relation_by_organization ON organization.relation (jurisdiction, organization);
CREATE INDEX relation_by_other ON organization.relation (jurisdiction, other);
COMMENT ON TABLE organization.relation IS 'Typed and dated relations between organizations (ORG-08, ORG-20, ORG-25, ORG-27)';
SELECT kernel.guard('organization.relation');

-- The people of a volunteer team, as far as orders need them.
CREATE TABLE organization.team_member (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    team         bigint NOT NULL,
    account      bigint,
    name         text   NOT NULL,
    leads        boolean NOT NULL,
    starts       date   NOT NULL,
    ends         date,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, team) REFERENCES organization.organization (jurisdiction, id),
    CONSTRAINT team_member_period CHECK (ends >= starts),
    CONSTRAINT team_member_twice EXCLUDE USING gist (
        jurisdiction WITH =, team WITH =, account WITH =, daterange(starts, ends) WITH &&)
);
CREATE INDEX team_member_by_team ON organization.team_member (jurisdiction, team, id);
COMMENT ON TABLE organization.team_member IS 'Who belongs to a volunteer team, from when to when';
SELECT kernel.guard('organization.team_member');
