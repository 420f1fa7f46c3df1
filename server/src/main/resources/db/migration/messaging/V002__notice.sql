-- A notice that somebody wrote to the people of areas or organizations, and how far it has been handed out: `stage` and
-- `position` say where the next batch begins. A reminder walks through the receivers in the same way.
CREATE TABLE messaging.notice (
    jurisdiction      int         NOT NULL,
    id                bigint      NOT NULL,
    area              bigint      NOT NULL,
    path              text COLLATE "C",
    account           bigint      NOT NULL,
    place             text        NOT NULL,
    title             text        NOT NULL,
    text              text        NOT NULL,
    confirm_by        date,
    kinds             text[]      NOT NULL,
    areas             bigint[]    NOT NULL,
    paths             text[]      NOT NULL,
    reaches           text        NOT NULL,
    state             text        NOT NULL,
    stage             int         NOT NULL DEFAULT 0,
    position          bigint      NOT NULL DEFAULT 0,
    receivers         int         NOT NULL DEFAULT 0,
    created           timestamptz NOT NULL,
    sent              timestamptz,
    reminded          timestamptz,
    reminder          bigint,
    reminder_position bigint      NOT NULL DEFAULT 0,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT notice_state CHECK (state IN ('SENDING', 'SENT'))
);
CREATE INDEX notice_by_area ON messaging.notice (jurisdiction, area, id);
CREATE INDEX notice_by_path ON messaging.notice (jurisdiction, path, id) WHERE path IS NOT NULL;
CREATE INDEX notice_under_way ON messaging.notice (id) WHERE state = 'SENDING' OR reminder IS NOT NULL;
COMMENT ON TABLE messaging.notice IS 'Notices that people wrote, to whom they go and how far they are handed out (MSG-01)';
SELECT kernel.guard('messaging.notice');

-- Who got a notice, as what, and when he confirmed it. `message` is the one in his inbox: whether it was read stands there.
CREATE TABLE messaging.receiver (
    jurisdiction int    NOT NULL,
    notice       bigint NOT NULL,
    account      bigint NOT NULL,
    name         text   NOT NULL,
    organization bigint,
    area         bigint NOT NULL,
    unit         text   NOT NULL,
    message      bigint NOT NULL,
    confirmed    timestamptz,
    PRIMARY KEY (jurisdiction, notice, account),
    FOREIGN KEY (jurisdiction, notice) REFERENCES messaging.notice
);
CREATE INDEX receiver_by_account ON messaging.receiver (account, notice);
COMMENT ON TABLE messaging.receiver IS 'Receipts of notices, by person and organization (MSG-03)';
SELECT kernel.guard('messaging.receiver');
