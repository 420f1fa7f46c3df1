-- Outlines of grids and communities as well-known binary, longitude and latitude. A change is a new row, so that the map
-- can be drawn as of any day (TER-12); without a geometry the place has no outline from then on.
CREATE TABLE territory.shape (
    jurisdiction  int         NOT NULL,
    area          bigint      NOT NULL,
    version       int         NOT NULL,
    geometry      bytea,
    lng_lo        double precision,
    lat_lo        double precision,
    lng_hi        double precision,
    lat_hi        double precision,
    square_metres double precision,
    drawn         timestamptz NOT NULL,
    replaced      timestamptz,
    PRIMARY KEY (jurisdiction, area, version),
    CONSTRAINT shape_box CHECK (geometry IS NULL AND lng_lo IS NULL
        OR lng_lo <= lng_hi AND lat_lo <= lat_hi AND square_metres > 0),
    CONSTRAINT shape_period CHECK (replaced >= drawn)
);
CREATE UNIQUE INDEX shape_current ON territory.shape (jurisdiction, area) WHERE replaced IS NULL;
COMMENT ON TABLE territory.shape IS 'Outlines of grids and communities on the map, by time (TER-06, TER-12)';
SELECT kernel.guard('territory.shape', 'SELECT, INSERT, UPDATE');

-- The telephone under which somebody of the grid answers: an office's or a duty number, never a private one.
ALTER TABLE territory.grid ADD COLUMN duty_phone text;
