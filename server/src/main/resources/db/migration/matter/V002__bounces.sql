-- An order that comes back to the dispatcher too often is decided by the street; a poor result may be done again once.
ALTER TABLE matter.service_order
    ADD COLUMN bounces int NOT NULL DEFAULT 0,
    ADD COLUMN reopened timestamptz;
