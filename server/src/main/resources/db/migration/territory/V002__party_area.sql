CREATE TABLE territory.party_area (
    jurisdiction      int    NOT NULL,
    id                bigint NOT NULL,
    area              bigint NOT NULL,
    name              text   NOT NULL,
    type              text   NOT NULL,
    lead_organization bigint,
    dissolved         date,
    version           int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT party_area_type CHECK (type IN ('COMMUNITIES', 'PARK', 'BUSINESS_DISTRICT', 'MIXED'))
);
CREATE UNIQUE INDEX party_area_name ON territory.party_area (jurisdiction, name) WHERE dissolved IS NULL;
COMMENT ON TABLE territory.party_area IS 'Party-building areas across boundaries; `area` is the smallest place that holds them (TER-05)';
SELECT kernel.guard('territory.party_area');

-- Which communities belong to it, by time: a node to one area at a time, which the table itself sees to.
CREATE TABLE territory.party_area_division (
    jurisdiction int    NOT NULL,
    party_area   bigint NOT NULL,
    area         bigint NOT NULL,
    starts       date   NOT NULL,
    ends         date,
    PRIMARY KEY (jurisdiction, party_area, area, starts),
    FOREIGN KEY (jurisdiction, party_area) REFERENCES territory.party_area,
    FOREIGN KEY (jurisdiction, area) REFERENCES territory.area,
    CONSTRAINT party_area_division_period CHECK (ends >= starts),
    CONSTRAINT party_area_division_once EXCLUDE USING gist (
        jurisdiction WITH =, area WITH =, daterange(starts, ends) WITH &&)
);
COMMENT ON TABLE territory.party_area_division IS 'Dated membership of places in party-building areas (TER-05)';
SELECT kernel.guard('territory.party_area_division');
