GRANT USAGE ON SCHEMA territory TO lianlin_app;

-- A county, or a city without counties, that works with this installation.
CREATE TABLE territory.county (
    jurisdiction int         NOT NULL PRIMARY KEY,
    area         bigint      NOT NULL,
    name         text        NOT NULL,
    full_name    text        NOT NULL,
    year         int         NOT NULL,
    opened       timestamptz NOT NULL
);
COMMENT ON TABLE territory.county IS 'The counties opened from the national divisions, and the year of the list';
SELECT kernel.guard('territory.county');

-- The county, its streets and communities. Codes have 15 digits, the last three 000; grids have a table of their own.
CREATE TABLE territory.area (
    jurisdiction int    NOT NULL REFERENCES territory.county,
    area         bigint NOT NULL,
    name         text   NOT NULL,
    short_name   text   NOT NULL,
    level        text   NOT NULL,
    kind         text   NOT NULL,
    parent       bigint NOT NULL,
    urban_rural  text,
    region_type  text,
    households   int,
    valid_from   date   NOT NULL,
    valid_to     date,
    replaced_by  bigint,
    version      int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, area),
    CONSTRAINT area_code CHECK (area % 1000 = 0 AND area / 1000000000 = jurisdiction),
    CONSTRAINT area_level CHECK (level IN ('PREFECTURE', 'DISTRICT', 'STREET', 'COMMUNITY')),
    CONSTRAINT area_urban_rural CHECK (urban_rural IN ('111', '112', '121', '122', '123', '210', '220')),
    CONSTRAINT area_region_type CHECK (
        region_type IN ('URBAN_COMMUNITY', 'RURAL', 'URBAN_RURAL_FRINGE', 'INDUSTRIAL_PARK', 'BUSINESS_DISTRICT')
        AND level = 'COMMUNITY' OR region_type IS NULL AND level <> 'COMMUNITY'),
    CONSTRAINT area_households CHECK (households >= 0),
    CONSTRAINT area_valid CHECK (valid_to > valid_from)
);
CREATE INDEX area_by_parent ON territory.area (jurisdiction, parent, area);
COMMENT ON TABLE territory.area IS 'Divisions of an opened county: county, streets, communities (TER-01 to TER-04, TER-12)';
SELECT kernel.guard('territory.area', 'SELECT, INSERT, UPDATE');

-- A grid: the code of its community and a sequence from 1 to 999 (TER-06), and the four fixed texts (TER-08).
CREATE TABLE territory.grid (
    jurisdiction  int    NOT NULL,
    area          bigint NOT NULL,
    community     bigint NOT NULL,
    name          text   NOT NULL,
    kind          text   NOT NULL,
    households    int,
    persons       text,
    duties        text,
    systems       text,
    standards     text,
    external_code text,
    version       int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, area),
    FOREIGN KEY (jurisdiction, community) REFERENCES territory.area (jurisdiction, area),
    CONSTRAINT grid_code CHECK (area / 1000 = community / 1000 AND area > community),
    CONSTRAINT grid_name UNIQUE (jurisdiction, community, name),
    CONSTRAINT grid_kind CHECK (kind IN ('BASIC', 'SPECIAL')),
    CONSTRAINT grid_households CHECK (households >= 0)
);
COMMENT ON TABLE territory.grid IS 'Grids with their four fixed texts: persons, duties, systems, standards (TER-06, TER-08)';
SELECT kernel.guard('territory.grid', 'SELECT, INSERT, UPDATE');

CREATE TABLE territory.grid_line (
    jurisdiction int    NOT NULL,
    area         bigint NOT NULL,
    line         text   NOT NULL,
    label        text   NOT NULL DEFAULT '',
    responsible  text   NOT NULL,
    PRIMARY KEY (jurisdiction, area, line, label),
    FOREIGN KEY (jurisdiction, area) REFERENCES territory.grid,
    CONSTRAINT grid_line_kind CHECK (line IN ('PARTY', 'SAFETY', 'SANITATION', 'URBAN_MANAGEMENT', 'CIVIL', 'CUSTOM')),
    CONSTRAINT grid_line_label CHECK ((line = 'CUSTOM') = (label <> ''))
);
COMMENT ON TABLE territory.grid_line IS 'The business lines that a grid carries and who is responsible for each (TER-08)';
SELECT kernel.guard('territory.grid_line');

-- Heads and workers of grids by time; `ends` is the first day without them. One head at a time.
CREATE TABLE territory.grid_staff (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    area         bigint NOT NULL,
    account      bigint,
    name         text   NOT NULL,
    role         text   NOT NULL,
    starts       date   NOT NULL,
    ends         date,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, area) REFERENCES territory.grid,
    CONSTRAINT grid_staff_role CHECK (role IN ('GRID_HEAD', 'GRID_WORKER')),
    CONSTRAINT grid_staff_period CHECK (ends >= starts),
    CONSTRAINT grid_staff_head EXCLUDE USING gist (
        jurisdiction WITH =, area WITH =, daterange(starts, ends) WITH &&) WHERE (role = 'GRID_HEAD'),
    CONSTRAINT grid_staff_twice EXCLUDE USING gist (
        jurisdiction WITH =, area WITH =, name WITH =, role WITH =, daterange(starts, ends) WITH &&)
);
CREATE INDEX grid_staff_by_grid ON territory.grid_staff (jurisdiction, area, starts);
COMMENT ON TABLE territory.grid_staff IS 'Who is head or worker of which grid, from when to when (TER-09)';
SELECT kernel.guard('territory.grid_staff');
