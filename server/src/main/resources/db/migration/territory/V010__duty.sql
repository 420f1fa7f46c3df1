-- Duty roster 值班表 (TER-11): who is on duty when, at a service place (`place`) or in a grid or community (`area` alone).
-- `who` is the account, or community and name of somebody without one: nobody stands at two places at once.
CREATE TABLE territory.duty_shift (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    area         bigint      NOT NULL,
    place        bigint,
    held_on      date        NOT NULL,
    starts       timestamptz NOT NULL,
    ends         timestamptz NOT NULL,
    account      bigint,
    name         text        NOT NULL,
    who          text        NOT NULL,
    phone        text,
    version      int         NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, place) REFERENCES territory.place,
    CONSTRAINT duty_shift_period CHECK (ends > starts AND ends <= starts + interval '24 hours'),
    CONSTRAINT duty_overlap EXCLUDE USING gist (
        jurisdiction WITH =, who WITH =, tstzrange(starts, ends) WITH &&) DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX duty_shift_by_area ON territory.duty_shift (jurisdiction, area, held_on, starts, id);
CREATE INDEX duty_shift_by_place ON territory.duty_shift (jurisdiction, place, held_on, starts, id);
CREATE INDEX duty_shift_by_account ON territory.duty_shift (jurisdiction, account, starts, id);
COMMENT ON TABLE territory.duty_shift IS 'Duty roster: who is on duty at a place or in a grid, from when to when (TER-11)';
SELECT kernel.guard('territory.duty_shift');

-- The usual week of a place or a grid, from which a week is filled; the stand-in comes where the first one cannot.
CREATE TABLE territory.duty_pattern (
    jurisdiction  int    NOT NULL,
    id            bigint NOT NULL,
    area          bigint NOT NULL,
    place         bigint,
    weekday       int    NOT NULL,
    starts        time   NOT NULL,
    ends          time   NOT NULL,
    account       bigint,
    name          text   NOT NULL,
    stand_in      bigint,
    stand_in_name text,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, place) REFERENCES territory.place,
    CHECK (weekday BETWEEN 1 AND 7)
);
CREATE INDEX duty_pattern_by_area ON territory.duty_pattern (jurisdiction, area, id);
COMMENT ON TABLE territory.duty_pattern IS 'The usual week of a duty roster, with stand-ins (TER-11)';
SELECT kernel.guard('territory.duty_pattern');

-- A shift that its holder asks another to take, perhaps for one of his: it changes hands only with the other's consent.
CREATE TABLE territory.duty_swap (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    area         bigint      NOT NULL,
    shift        bigint      NOT NULL,
    for_shift    bigint,
    asker        bigint      NOT NULL,
    asked        bigint      NOT NULL,
    state        text        NOT NULL,
    written      timestamptz NOT NULL,
    answered     timestamptz,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, shift) REFERENCES territory.duty_shift ON DELETE CASCADE,
    FOREIGN KEY (jurisdiction, for_shift) REFERENCES territory.duty_shift ON DELETE CASCADE,
    CONSTRAINT duty_swap_state CHECK (state IN ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    CHECK (asker <> asked)
);
CREATE UNIQUE INDEX duty_swap_once ON territory.duty_swap (jurisdiction, shift) WHERE state = 'ASKED';
CREATE INDEX duty_swap_by_asked ON territory.duty_swap (jurisdiction, asked, id);
CREATE INDEX duty_swap_by_asker ON territory.duty_swap (jurisdiction, asker, id);
COMMENT ON TABLE territory.duty_swap IS 'Shifts that are asked to change hands, and the answers (TER-11)';
SELECT kernel.guard('territory.duty_swap');
