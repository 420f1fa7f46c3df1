GRANT USAGE ON SCHEMA matter TO lianlin_app;

-- What is special to a service order (SRV-01); its state, holder and clock are in the case of the same id.
CREATE TABLE matter.service_order (
    jurisdiction   int         NOT NULL,
    id             bigint      NOT NULL,
    area           bigint      NOT NULL,
    kind           text        NOT NULL,
    channel        text        NOT NULL,
    detail         text        NOT NULL,
    wanted_on      date,
    persons        int         NOT NULL,
    contact_name   bytea       NOT NULL,
    contact_phone  bytea       NOT NULL,
    address        bytea,
    behalf_consent text,
    placed_by      bigint      NOT NULL,
    code_index     bytea       NOT NULL,
    next_taker     bigint,
    refusals       int         NOT NULL DEFAULT 0,
    accepted_by    bigint,
    minutes        int,
    helpers        int,
    stars          int,
    rated          timestamptz,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, id) REFERENCES procedure."case",
    CONSTRAINT service_order_kind CHECK (kind IN ('ON_DEMAND', 'APPOINTMENT', 'CARE_PLAN')),
    CONSTRAINT service_order_stars CHECK (stars BETWEEN 1 AND 5)
);
COMMENT ON TABLE matter.service_order IS 'Service orders: what is wanted, for whom, by which channel, with what result (SRV-01 to SRV-08)';
SELECT kernel.guard('matter.service_order');

-- Which teams an order was given to and how each answered.
CREATE TABLE matter.order_assignment (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    service_order bigint     NOT NULL,
    taker        bigint      NOT NULL,
    given        timestamptz NOT NULL,
    answered     timestamptz,
    answer       text,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, service_order) REFERENCES matter.service_order,
    CONSTRAINT order_assignment_answer CHECK (answer IN ('ACCEPTED', 'REFUSED', 'LATE', 'GIVEN_BACK'))
);
CREATE INDEX order_assignment_by_order ON matter.order_assignment (jurisdiction, service_order, id);
CREATE INDEX order_assignment_by_taker ON matter.order_assignment (jurisdiction, taker, given);
COMMENT ON TABLE matter.order_assignment IS 'The teams that an order was given to, in turn, and their answers';
SELECT kernel.guard('matter.order_assignment');
