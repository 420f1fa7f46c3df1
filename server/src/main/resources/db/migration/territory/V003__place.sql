CREATE TABLE territory.place (
    jurisdiction   int              NOT NULL,
    id             bigint           NOT NULL,
    area           bigint           NOT NULL,
    kind           text             NOT NULL,
    name           text             NOT NULL,
    address        text,
    phone          text,
    hours          text,
    floor_area     int,
    lng            double precision,
    lat            double precision,
    routes         text,
    panorama       text,
    open_to_public boolean          NOT NULL,
    version        int              NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT place_name UNIQUE (jurisdiction, area, name),
    CONSTRAINT place_floor_area CHECK (floor_area >= 0),
    CONSTRAINT place_point CHECK (lng BETWEEN -180 AND 180 AND lat BETWEEN -90 AND 90
        OR lng IS NULL AND lat IS NULL)
);
CREATE INDEX place_by_name ON territory.place (jurisdiction, name, id);
CREATE INDEX place_by_area ON territory.place (jurisdiction, area, id);
COMMENT ON TABLE territory.place IS 'Service places: centres, stations, teahouses (TER-13); the phone is an office''s';
SELECT kernel.guard('territory.place', 'SELECT, INSERT, UPDATE');

CREATE TABLE territory.room (
    jurisdiction   int     NOT NULL,
    place          bigint  NOT NULL,
    name           text    NOT NULL,
    function       text,
    capacity       int,
    PRIMARY KEY (jurisdiction, place, name),
    FOREIGN KEY (jurisdiction, place) REFERENCES territory.place,
    CONSTRAINT room_capacity CHECK (capacity > 0)
);
COMMENT ON TABLE territory.room IS 'The rooms of a service place (TER-13)';
SELECT kernel.guard('territory.room');
