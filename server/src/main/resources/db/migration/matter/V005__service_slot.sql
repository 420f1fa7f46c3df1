-- When a service by appointment is given (SRV-03): on a day of the week, on all working days or all days off by the
-- calendar, or on a date.
CREATE TABLE matter.service_opening (
    jurisdiction int    NOT NULL,
    item         bigint NOT NULL,
    day          text   NOT NULL,
    held_on      date,
    starts       time   NOT NULL,
    ends         time   NOT NULL,
    places       int    NOT NULL,
    FOREIGN KEY (jurisdiction, item) REFERENCES matter.service_item,
    CONSTRAINT service_opening_twice UNIQUE NULLS NOT DISTINCT (jurisdiction, item, day, held_on, starts),
    CONSTRAINT service_opening_period CHECK (ends > starts),
    CONSTRAINT service_opening_places CHECK (places BETWEEN 1 AND 200),
    CONSTRAINT service_opening_date CHECK ((day = 'DATE') = (held_on IS NOT NULL))
);
COMMENT ON TABLE matter.service_opening IS 'When a service by appointment is given, and for how many at once (SRV-03)';
SELECT kernel.guard('matter.service_opening');

-- Who has a place in which slot. Places are numbered: no slot holds more orders than it has places.
CREATE TABLE matter.slot_booking (
    jurisdiction  int         NOT NULL,
    service_order bigint      NOT NULL,
    item          bigint      NOT NULL,
    starts        timestamptz NOT NULL,
    ends          timestamptz NOT NULL,
    seat          int         NOT NULL,
    PRIMARY KEY (jurisdiction, service_order),
    FOREIGN KEY (jurisdiction, service_order) REFERENCES matter.service_order,
    FOREIGN KEY (jurisdiction, item) REFERENCES matter.service_item,
    CONSTRAINT slot_booking_seat UNIQUE (jurisdiction, item, starts, seat),
    CONSTRAINT slot_booking_period CHECK (ends > starts)
);
COMMENT ON TABLE matter.slot_booking IS 'The places that orders hold in the slots of services by appointment (SRV-03)';
SELECT kernel.guard('matter.slot_booking');
