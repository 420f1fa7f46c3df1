GRANT USAGE ON SCHEMA exchange TO lianlin_app;

-- A sheet that somebody uploaded and what has become of it (EXC-03). It belongs to the account and acts in the scope of
-- the post under which it came; whichever node has leased it works on it, and another goes on where that one died.
CREATE TABLE exchange.import_batch (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    kind         text        NOT NULL,
    file         text        NOT NULL,
    state        text        NOT NULL,
    account      bigint      NOT NULL,
    post         bigint,
    lo           int         NOT NULL,
    hi           int         NOT NULL,
    reach        text        NOT NULL,
    area         bigint      NOT NULL,
    path         text COLLATE "C",
    person       bigint,
    address      text,
    request      text,
    rows         int         NOT NULL,
    checked      int         NOT NULL DEFAULT 0,
    bad          int         NOT NULL DEFAULT 0,
    applied      int         NOT NULL DEFAULT 0,
    partial      boolean     NOT NULL DEFAULT false,
    problem      text,
    attempts     int         NOT NULL DEFAULT 0,
    received     timestamptz NOT NULL,
    started      timestamptz,
    finished     timestamptz,
    leased       timestamptz,
    version      int         NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT import_batch_state CHECK (state IN
        ('RECEIVED', 'CHECKING', 'CHECKED', 'CONFIRMED', 'APPLYING', 'APPLIED', 'REJECTED', 'CANCELLED'))
);
CREATE INDEX import_batch_waiting ON exchange.import_batch (received)
    WHERE state IN ('RECEIVED', 'CHECKING', 'CONFIRMED', 'APPLYING');
CREATE INDEX import_batch_by_account ON exchange.import_batch (jurisdiction, account, id);
COMMENT ON TABLE exchange.import_batch IS 'Uploaded sheets and how far they have come (EXC-03)';
SELECT kernel.guard('exchange.import_batch');

-- The file itself, in pieces, each sealed (SM4-GCM): it holds personal data and is gone after a day at the latest.
CREATE TABLE exchange.import_chunk (
    jurisdiction int    NOT NULL,
    import       bigint NOT NULL,
    number       int    NOT NULL,
    content      bytea  NOT NULL,
    PRIMARY KEY (jurisdiction, import, number),
    FOREIGN KEY (jurisdiction, import) REFERENCES exchange.import_batch
);
ALTER TABLE exchange.import_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE exchange.import_chunk IS 'Pieces of uploaded files, sealed';
SELECT kernel.guard('exchange.import_chunk');

-- What is wrong with which cell; personal values are masked before they come here.
CREATE TABLE exchange.import_problem (
    jurisdiction int    NOT NULL,
    import       bigint NOT NULL,
    row          int    NOT NULL,
    number       int    NOT NULL,
    heading      text   NOT NULL,
    value        text,
    code         text   NOT NULL,
    fillings     text[] NOT NULL,
    near         text[] NOT NULL,
    PRIMARY KEY (jurisdiction, import, row, number),
    FOREIGN KEY (jurisdiction, import) REFERENCES exchange.import_batch
);
COMMENT ON TABLE exchange.import_problem IS 'Wrong cells of uploaded sheets';
SELECT kernel.guard('exchange.import_problem');
