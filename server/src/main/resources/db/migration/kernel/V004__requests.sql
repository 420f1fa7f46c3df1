-- The answer to a request that must happen once: the same key again gets the same answer.
CREATE TABLE kernel.answered (
    actor    bigint      NOT NULL,
    key      text        NOT NULL,
    request  bytea       NOT NULL,
    status   int         NOT NULL,
    headers  jsonb       NOT NULL,
    body     bytea       NOT NULL,
    stored   timestamptz NOT NULL,
    PRIMARY KEY (actor, key)
);
CREATE INDEX answered_by_age ON kernel.answered (stored);
COMMENT ON TABLE kernel.answered IS 'Stored answers by Idempotency-Key, kept for 7 days';
GRANT SELECT, INSERT, DELETE ON kernel.answered TO lianlin_app;

-- What a district changed of the product's defaults (the SET rules).
CREATE TABLE kernel.setting (
    jurisdiction int  NOT NULL,
    name         text NOT NULL,
    value        text NOT NULL,
    PRIMARY KEY (jurisdiction, name)
);
COMMENT ON TABLE kernel.setting IS 'Settings of a district that differ from the default';
SELECT kernel.guard('kernel.setting');

-- The working calendar (CLK-03); the shipped years are loaded at the first start.
CREATE TABLE kernel.work_calendar_day (
    day  date NOT NULL PRIMARY KEY,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT work_calendar_day_kind CHECK (kind IN ('WORK', 'REST', 'HOLIDAY', 'MAKEUP'))
);
COMMENT ON TABLE kernel.work_calendar_day IS 'Holidays and make-up working days (CLK-03)';
GRANT SELECT, INSERT, UPDATE, DELETE ON kernel.work_calendar_day TO lianlin_app;
