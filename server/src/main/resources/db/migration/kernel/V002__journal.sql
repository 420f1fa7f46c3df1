-- What happened, once and for all: the timeline of a thing, the audit, the facts that modules listen to, and the
-- moves from which counters are folded. Written in the transaction of the change, never altered (IDN-15).
CREATE FUNCTION kernel.era() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 0::bigint;
COMMENT ON FUNCTION kernel.era() IS
    'Added to the numbers of transactions; above 0 where the data was brought here by a dump of another server';

CREATE TABLE kernel.journal (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    xid          bigint      NOT NULL DEFAULT (pg_current_xact_id()::text::bigint + kernel.era()),
    at           timestamptz NOT NULL,
    recorded     timestamptz NOT NULL DEFAULT now(),
    kind         text        NOT NULL,
    subject      text        NOT NULL,
    subject_id   bigint      NOT NULL,
    from_state   text,
    to_state     text,
    from_area    bigint,
    area         bigint,
    from_path    text COLLATE "C",
    path         text COLLATE "C",
    organization bigint,
    actor        bigint,
    post         bigint,
    reason       text,
    payload      jsonb       NOT NULL DEFAULT '{}',
    address      text,
    request      text,
    PRIMARY KEY (jurisdiction, id)
) PARTITION BY RANGE (id);
CREATE TABLE kernel.journal_default PARTITION OF kernel.journal DEFAULT;
CREATE INDEX journal_by_xid ON kernel.journal (xid, id);
CREATE INDEX journal_by_subject ON kernel.journal (jurisdiction, subject_id, id);
CREATE INDEX journal_by_kind ON kernel.journal (subject_id, kind) WHERE kind = 'personal-data-revealed';
CREATE INDEX journal_by_actor ON kernel.journal (jurisdiction, actor, id) WHERE actor IS NOT NULL;
COMMENT ON TABLE kernel.journal IS 'Everything that happened: timeline, audit, facts and moves of counters';
SELECT kernel.guard('kernel.journal', 'SELECT, INSERT');

-- How far each listener has read. Stored in the transaction of its effects, so an effect happens exactly once.
CREATE TABLE kernel.listener (
    name text   NOT NULL PRIMARY KEY,
    xid  bigint NOT NULL DEFAULT 0,
    id   bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE kernel.listener IS 'The position of each listener in the journal';
GRANT SELECT, INSERT, UPDATE ON kernel.listener TO lianlin_app;
