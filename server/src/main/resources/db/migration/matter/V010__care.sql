-- Care pairs 结对帮扶: a helper of a team and a household that has agreed (SRV-05). No case of the procedure engine: a
-- case is seen by everybody above its place, a household only by its helper, the team leader and the community.
-- `settled_on` is the last day of the plan that is done with; `due_on` and `alarm_on` follow from plan and calendar.
CREATE TABLE matter.care_pair (
    jurisdiction     int         NOT NULL,
    id               bigint      NOT NULL,
    area             bigint      NOT NULL,
    team             bigint      NOT NULL,
    helper           bigint      NOT NULL,
    stand_in         bigint,
    stand_in_from    date,
    stand_in_until   date,
    state            text        NOT NULL,
    needs            text[]      NOT NULL,
    tier             int         NOT NULL,
    shown_name       text        NOT NULL,
    contact_name     bytea,
    contact_phone    bytea,
    address          bytea,
    person           bigint,
    consent          text,
    consented        timestamptz,
    consent_noted_by bigint,
    every            int,
    unit             text,
    weekday          int,
    starts_on        date,
    visit_from       time,
    visit_until      time,
    settled_on       date,
    moved_to         date,
    due_on           date,
    next_on          date        NOT NULL GENERATED ALWAYS AS (coalesce(due_on, DATE '9999-12-31')) STORED,
    alarm_on         date,
    alarms           int         NOT NULL DEFAULT 0,
    end_reason       text,
    ended            timestamptz,
    opened           timestamptz NOT NULL,
    version          int         NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, team) REFERENCES organization.organization,
    CONSTRAINT care_pair_state CHECK (state IN ('PROPOSED', 'CONSENTED', 'ACTIVE', 'PAUSED', 'ENDED')),
    CONSTRAINT care_pair_needs CHECK (cardinality(needs) BETWEEN 1 AND 3 AND needs <@ ARRAY['LIVING_ALONE', 'AGED',
        'EMPTY_NEST', 'DISABLED', 'LOW_INCOME', 'CHILD', 'ILLNESS', 'VETERAN']),
    CONSTRAINT care_pair_tier CHECK (tier BETWEEN 1 AND 5),
    CHECK (state IN ('PROPOSED', 'ENDED')
        OR consent IS NOT NULL AND consented IS NOT NULL AND consent_noted_by IS NOT NULL),
    CHECK (every IS NULL OR consent IS NOT NULL AND every BETWEEN 1 AND 52
        AND unit IN ('DAYS', 'WEEKS', 'MONTHS') AND starts_on IS NOT NULL AND weekday BETWEEN 1 AND 7),
    CHECK (state NOT IN ('ACTIVE', 'PAUSED') OR every IS NOT NULL),
    CONSTRAINT care_pair_window CHECK (visit_until > visit_from),
    CHECK (stand_in IS NULL
        OR stand_in <> helper AND stand_in_from IS NOT NULL AND stand_in_until >= stand_in_from),
    CHECK ((state = 'ENDED') = (ended IS NOT NULL)),
    CHECK (state <> 'ENDED' OR contact_name IS NULL AND contact_phone IS NULL
        AND address IS NULL)
);
CREATE INDEX care_pair_by_area ON matter.care_pair (jurisdiction, area, next_on, id);
CREATE INDEX care_pair_by_team ON matter.care_pair (jurisdiction, team, next_on, id);
CREATE INDEX care_pair_by_helper ON matter.care_pair (jurisdiction, helper, next_on, id);
CREATE INDEX care_pair_by_stand_in ON matter.care_pair (jurisdiction, stand_in) WHERE stand_in IS NOT NULL;
CREATE INDEX care_pair_by_person ON matter.care_pair (jurisdiction, person) WHERE person IS NOT NULL;
CREATE INDEX care_pair_by_alarm ON matter.care_pair (alarm_on) WHERE alarm_on IS NOT NULL;
COMMENT ON TABLE matter.care_pair IS 'Care pairs: who looks after which household, by which plan, since it has agreed (SRV-05)';
SELECT kernel.guard('matter.care_pair');

-- What became of the days of a plan, and visits beside it (`planned_on` is null). Notes are sealed: they tell of a home.
CREATE TABLE matter.care_visit (
    jurisdiction  int         NOT NULL,
    id            bigint      NOT NULL,
    pair          bigint      NOT NULL,
    area          bigint      NOT NULL,
    planned_on    date,
    held_on       date        NOT NULL,
    result        text        NOT NULL,
    kind          text,
    minutes       int,
    done          bytea,
    next          bytea,
    reason        text,
    moved_to      date,
    service_order bigint,
    author        bigint,
    written       timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, pair) REFERENCES matter.care_pair,
    CONSTRAINT care_visit_result CHECK (result IN ('DONE', 'POSTPONED', 'MISSED')),
    CONSTRAINT care_visit_kind CHECK (kind IN ('DOOR', 'PHONE', 'VIDEO')),
    CHECK (result <> 'DONE' OR kind IS NOT NULL AND minutes BETWEEN 1 AND 600),
    CHECK (result <> 'POSTPONED' OR reason IS NOT NULL AND moved_to IS NOT NULL)
);
CREATE UNIQUE INDEX care_visit_once ON matter.care_visit (jurisdiction, pair, planned_on)
    WHERE result = 'DONE' AND planned_on IS NOT NULL;
CREATE INDEX care_visit_by_pair ON matter.care_visit (jurisdiction, pair, held_on, id);
CREATE INDEX care_visit_by_area ON matter.care_visit (jurisdiction, area, held_on);
COMMENT ON TABLE matter.care_visit IS 'Visits of care pairs: done, postponed, missed (SRV-05)';
SELECT kernel.guard('matter.care_visit');
