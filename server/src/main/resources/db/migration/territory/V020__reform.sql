-- Grids and divisions change with time (TER-12): names, mergers and splits are dated, nothing is forgotten.
ALTER TABLE territory.grid ADD COLUMN valid_from date;
ALTER TABLE territory.grid ADD COLUMN valid_to date;
ALTER TABLE territory.grid ADD COLUMN replaced_by bigint;
UPDATE territory.grid AS g SET valid_from = a.valid_from
  FROM territory.area AS a WHERE a.jurisdiction = g.jurisdiction AND a.area = g.community;
ALTER TABLE territory.grid ALTER COLUMN valid_from SET DEFAULT current_date;
ALTER TABLE territory.grid ALTER COLUMN valid_from SET NOT NULL;
ALTER TABLE territory.grid ADD CONSTRAINT grid_valid CHECK (valid_to >= valid_from);
ALTER TABLE territory.grid ADD CONSTRAINT grid_replaced CHECK (replaced_by IS NULL OR valid_to IS NOT NULL);
-- A name is free again when its grid has ended.
ALTER TABLE territory.grid DROP CONSTRAINT grid_name;
CREATE UNIQUE INDEX grid_name ON territory.grid (jurisdiction, community, name) WHERE valid_to IS NULL;

-- What a grid or a division was called before: `ends` is the first day of the next name. The name of today stays where it is.
CREATE TABLE territory.former_name (
    jurisdiction int    NOT NULL,
    area         bigint NOT NULL,
    name         text   NOT NULL,
    short_name   text   NOT NULL,
    starts       date   NOT NULL,
    ends         date   NOT NULL,
    reason       text,
    PRIMARY KEY (jurisdiction, area, ends),
    CONSTRAINT former_name_period CHECK (ends > starts)
);
COMMENT ON TABLE territory.former_name IS 'Former names of grids and divisions with the days on which they held (TER-12)';
SELECT kernel.guard('territory.former_name', 'SELECT, INSERT');

-- Which place went into which, or came out of it.
CREATE TABLE territory.succession (
    jurisdiction int    NOT NULL,
    area         bigint NOT NULL,
    successor    bigint NOT NULL,
    kind         text   NOT NULL,
    held_on      date   NOT NULL,
    reason       text,
    PRIMARY KEY (jurisdiction, area, successor),
    CONSTRAINT succession_kind CHECK (kind IN ('MERGED', 'SPLIT')),
    CHECK (area <> successor)
);
CREATE INDEX succession_by_successor ON territory.succession (jurisdiction, successor);
COMMENT ON TABLE territory.succession IS 'Mergers and splits of grids and divisions (TER-12)';
SELECT kernel.guard('territory.succession', 'SELECT, INSERT');
