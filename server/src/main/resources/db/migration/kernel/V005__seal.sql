-- The sealer chains the journal in batches: the root of a hash tree over the rows (SM3), bound to the seal before.
CREATE TABLE kernel.seal (
    number   bigint      NOT NULL PRIMARY KEY,
    sealed   timestamptz NOT NULL,
    rows     int         NOT NULL,
    from_xid bigint      NOT NULL,
    from_id  bigint      NOT NULL,
    to_xid   bigint      NOT NULL,
    to_id    bigint      NOT NULL,
    root     bytea       NOT NULL,
    chained  bytea       NOT NULL
);
COMMENT ON TABLE kernel.seal IS 'Seals of the journal: batch n covers the rows after (from_xid, from_id) up to (to_xid, to_id)';
GRANT SELECT, INSERT ON kernel.seal TO lianlin_app;
