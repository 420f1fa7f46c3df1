ALTER TABLE territory.room ADD COLUMN equipment text;
ALTER TABLE territory.room ADD COLUMN open_to_public boolean NOT NULL DEFAULT true;

CREATE TABLE territory.place_photo (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    place        bigint      NOT NULL,
    shows        text        NOT NULL,
    width        int         NOT NULL,
    height       int         NOT NULL,
    digest       bytea       NOT NULL,
    added        timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, place) REFERENCES territory.place,
    CONSTRAINT place_photo_shows CHECK (shows IN ('PHOTO', 'PANORAMA')),
    CONSTRAINT place_photo_same UNIQUE (jurisdiction, place, digest)
);
COMMENT ON TABLE territory.place_photo IS 'Photos and panoramas of service places; the pictures are files (TER-13)';
SELECT kernel.guard('territory.place_photo');
CREATE INDEX place_open ON territory.place (jurisdiction, area, id) WHERE open_to_public AND lng IS NOT NULL;
