-- Patrol records 巡查记录 (TER-11): who walked through a grid when, and what was found. Where he was is not kept.
CREATE TABLE territory.patrol (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    area         bigint      NOT NULL,
    account      bigint      NOT NULL,
    name         text        NOT NULL,
    started      timestamptz NOT NULL,
    kinds        text[]      NOT NULL,
    findings     text,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, area) REFERENCES territory.grid,
    CONSTRAINT patrol_kind CHECK (
        kinds <@ ARRAY['SAFETY', 'HYGIENE', 'FACILITY', 'DISPUTE', 'PERSON_IN_NEED', 'OTHER'])
);
CREATE INDEX patrol_by_area ON territory.patrol (jurisdiction, area, started, id);
CREATE INDEX patrol_by_start ON territory.patrol (jurisdiction, started, id);
COMMENT ON TABLE territory.patrol IS 'Patrols through grids and what was found (TER-11)';
SELECT kernel.guard('territory.patrol', 'SELECT, INSERT');
