GRANT USAGE ON SCHEMA procedure TO lianlin_app;

-- Definitions of procedures, kept as data: what runs keeps the version that it started with.
CREATE TABLE procedure.definition (
    name    text        NOT NULL,
    version int         NOT NULL,
    content text        NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (name, version)
);
COMMENT ON TABLE procedure.definition IS 'Procedures by version, each as the text that reads like the rule';
GRANT SELECT, INSERT ON procedure.definition TO lianlin_app;

-- Running things of every kind. Queues and lists of work read this table alone; what is special to a kind lies in its
-- module's own table under the same id.
CREATE TABLE procedure."case" (
    jurisdiction      int         NOT NULL,
    id                bigint      NOT NULL,
    procedure         text        NOT NULL,
    procedure_version int         NOT NULL,
    state             text        NOT NULL,
    number            text        NOT NULL,
    title             text        NOT NULL,
    topic             text,
    urgent            boolean     NOT NULL DEFAULT false,
    area              bigint      NOT NULL,
    requester         bigint,
    requester_name    text,
    holder            bigint,
    holder_path       text COLLATE "C",
    holder_name       text,
    opened            timestamptz NOT NULL,
    clock_started     timestamptz,
    due               timestamptz,
    turns             timestamptz,
    paused_seconds    bigint      NOT NULL DEFAULT 0,
    paused_since      timestamptz,
    pause_reason      text,
    closed            timestamptz,
    version           int         NOT NULL DEFAULT 1,
    grams             tsvector    NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (procedure, procedure_version) REFERENCES procedure.definition,
    CONSTRAINT case_number UNIQUE (jurisdiction, number)
);
CREATE INDEX case_by_area ON procedure."case" (jurisdiction, area, id);
CREATE INDEX case_by_state ON procedure."case" (jurisdiction, procedure, state, id);
CREATE INDEX case_by_due ON procedure."case" (jurisdiction, due, id) WHERE closed IS NULL AND due IS NOT NULL;
CREATE INDEX case_by_holder ON procedure."case" (jurisdiction, holder_path, id) WHERE holder_path IS NOT NULL;
CREATE INDEX case_by_requester ON procedure."case" (jurisdiction, requester, id) WHERE requester IS NOT NULL;
CREATE INDEX case_by_grams ON procedure."case" USING gin (grams);
COMMENT ON TABLE procedure."case" IS 'Running and closed cases: state, number, holder of the ball, place, clock';
SELECT kernel.guard('procedure."case"');

-- The running number in the number of a case; begins again after a million.
CREATE SEQUENCE procedure.case_sequence MAXVALUE 999999 CYCLE;
GRANT USAGE ON SEQUENCE procedure.case_sequence TO lianlin_app;
