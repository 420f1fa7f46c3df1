CREATE TABLE territory.building (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    area         bigint NOT NULL,
    name         text   NOT NULL,
    households   int,
    units        int,
    floors       int,
    steward      text,
    lng          double precision,
    lat          double precision,
    valid_from   date   NOT NULL,
    valid_to     date,
    version      int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, area) REFERENCES territory.grid,
    CONSTRAINT building_counts CHECK (households >= 0 AND units > 0 AND floors > 0),
    CONSTRAINT building_point CHECK ((lng IS NULL) = (lat IS NULL)),
    CONSTRAINT building_valid CHECK (valid_to >= valid_from)
);
CREATE UNIQUE INDEX building_name ON territory.building (jurisdiction, area, name) WHERE valid_to IS NULL;
COMMENT ON TABLE territory.building IS 'Buildings of grids with their households and steward; what is gone ends on a day (TER-01, TER-12)';
SELECT kernel.guard('territory.building', 'SELECT, INSERT, UPDATE');

-- Which party group is linked to which grid or building, by time (TER-10).
CREATE TABLE territory.grid_party (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    area         bigint NOT NULL,
    building     bigint,
    organization bigint NOT NULL,
    name         text   NOT NULL,
    starts       date   NOT NULL,
    ends         date,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, area) REFERENCES territory.grid,
    FOREIGN KEY (jurisdiction, building) REFERENCES territory.building,
    CONSTRAINT grid_party_period CHECK (ends >= starts),
    CONSTRAINT grid_party_once EXCLUDE USING gist (
        jurisdiction WITH =, area WITH =, organization WITH =, coalesce(building, 0) WITH =, daterange(starts, ends) WITH &&)
);
CREATE INDEX grid_party_by_grid ON territory.grid_party (jurisdiction, area, starts);
COMMENT ON TABLE territory.grid_party IS 'Grid branches and building groups: two nets in one, dated (TER-10)';
SELECT kernel.guard('territory.grid_party', 'SELECT, INSERT, UPDATE');
