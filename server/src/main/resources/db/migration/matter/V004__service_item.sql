-- The service menu: what is offered, by whom, to whom, where, by which end (SRV-02). An item names its provider; the
-- path is the provider's place in the organization tree. Who reviews an item is not who wrote it.
CREATE TABLE matter.service_item (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    area         bigint      NOT NULL,
    provider     bigint      NOT NULL,
    path         text        NOT NULL COLLATE "C",
    category     text        NOT NULL,
    kind         text        NOT NULL,
    title        text        NOT NULL,
    description  text        NOT NULL,
    audience     text        NOT NULL,
    conditions   text,
    minutes      int         NOT NULL,
    price_cents  int         NOT NULL,
    channels     text[]      NOT NULL,
    priority     text[]      NOT NULL,
    state        text        NOT NULL,
    author       bigint      NOT NULL,
    editor       bigint      NOT NULL,
    edited       timestamptz NOT NULL,
    reviewer     bigint,
    version      int         NOT NULL DEFAULT 1,
    grams        tsvector    NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, provider) REFERENCES organization.organization,
    CONSTRAINT service_item_title UNIQUE (jurisdiction, area, provider, title),
    CONSTRAINT service_item_kind CHECK (kind IN ('ON_DEMAND', 'APPOINTMENT', 'CARE_PLAN')),
    CONSTRAINT service_item_state CHECK (state IN ('DRAFT', 'REVIEWED', 'PUBLISHED', 'SUSPENDED')),
    CONSTRAINT service_item_minutes CHECK (minutes BETWEEN 5 AND 1440),
    CONSTRAINT service_item_price CHECK (price_cents >= 0),
    CONSTRAINT service_item_priority CHECK (price_cents = 0 OR cardinality(priority) = 0),
    CONSTRAINT service_item_channels CHECK (cardinality(channels) > 0
        AND channels <@ ARRAY['WEB', 'APP', 'PHONE', 'ON_SITE', 'TV']),
    CONSTRAINT service_item_reviewer CHECK (reviewer <> author AND reviewer <> editor),
    CONSTRAINT service_item_reviewed CHECK ((state = 'DRAFT') = (reviewer IS NULL))
);
CREATE INDEX service_item_by_area ON matter.service_item (jurisdiction, area, id);
CREATE INDEX service_item_by_path ON matter.service_item (jurisdiction, path, id);
CREATE INDEX service_item_by_id ON matter.service_item (id);
CREATE INDEX service_item_by_grams ON matter.service_item USING gin (grams);
COMMENT ON TABLE matter.service_item IS 'The service menu: what is offered to whom, by whom and where (SRV-02)';
SELECT kernel.guard('matter.service_item');
SELECT kernel.searchable('matter.service_item');

CREATE TABLE matter.service_item_station (
    jurisdiction int    NOT NULL,
    item         bigint NOT NULL,
    place        bigint NOT NULL,
    PRIMARY KEY (jurisdiction, item, place),
    FOREIGN KEY (jurisdiction, item) REFERENCES matter.service_item,
    FOREIGN KEY (jurisdiction, place) REFERENCES territory.place
);
COMMENT ON TABLE matter.service_item_station IS 'The service places where an item of the menu is given (SRV-02)';
SELECT kernel.guard('matter.service_item_station');

-- Orders of the menu name their item; `priority` is the group that has priority by the rule of the item (SRV-07).
ALTER TABLE matter.service_order
    ADD COLUMN item bigint,
    ADD COLUMN priority text,
    ADD CONSTRAINT service_order_item FOREIGN KEY (jurisdiction, item) REFERENCES matter.service_item,
    ADD CONSTRAINT service_order_priority CHECK (priority IS NULL OR item IS NOT NULL);
CREATE INDEX service_order_by_item ON matter.service_order (jurisdiction, item, id) WHERE item IS NOT NULL;
