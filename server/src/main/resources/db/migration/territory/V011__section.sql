-- Responsibility sections 党员责任段/责任区 (TER-15): public green or a key place cut into pieces that members look after.
-- Who holds it now and what was last done and found stand in the row itself, since lists show and filter them.
CREATE TABLE territory.duty_section (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    area         bigint NOT NULL,
    name         text   NOT NULL,
    kind         text   NOT NULL,
    description  text   NOT NULL,
    plan         text   NOT NULL,
    state        text   NOT NULL,
    holder       bigint,
    holder_name  text,
    since        timestamptz,
    worked_on    date,
    checked_on   date,
    verdict      text,
    version      int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT section_name UNIQUE (jurisdiction, area, name),
    CONSTRAINT section_kind CHECK (kind IN ('GREEN', 'ROAD', 'COURTYARD', 'STAIRWELL', 'SQUARE', 'WATER', 'OTHER')),
    CONSTRAINT section_state CHECK (state IN ('OPEN', 'CLAIMED', 'ACTIVE', 'RELEASED')),
    CONSTRAINT section_verdict CHECK (verdict IN ('IN_ORDER', 'TO_MEND')),
    CONSTRAINT section_holder CHECK ((state IN ('CLAIMED', 'ACTIVE')) = (holder_name IS NOT NULL AND since IS NOT NULL))
);
CREATE INDEX duty_section_by_area ON territory.duty_section (jurisdiction, area, id);
CREATE INDEX duty_section_by_holder ON territory.duty_section (jurisdiction, holder, id) WHERE holder IS NOT NULL;
COMMENT ON TABLE territory.duty_section IS 'Pieces of green and key places that members look after (TER-15)';
SELECT kernel.guard('territory.duty_section', 'SELECT, INSERT, UPDATE');

-- Who held a section from when to when, by account or by name alone. The index keeps it to one holder at a time.
CREATE TABLE territory.section_holding (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    section      bigint      NOT NULL,
    account      bigint,
    name         text        NOT NULL,
    claimed      timestamptz NOT NULL,
    confirmed    timestamptz,
    ended        timestamptz,
    ending       text,
    reason       text,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, section) REFERENCES territory.duty_section,
    CONSTRAINT section_period CHECK (confirmed >= claimed AND ended >= claimed),
    CONSTRAINT section_ending CHECK (
        (ended IS NULL) = (ending IS NULL) AND ending IN ('WITHDRAWN', 'DECLINED', 'GIVEN_BACK', 'TAKEN_BACK'))
);
CREATE UNIQUE INDEX section_held ON territory.section_holding (jurisdiction, section) WHERE ended IS NULL;
CREATE INDEX section_holding_by_section ON territory.section_holding (jurisdiction, section, id);
COMMENT ON TABLE territory.section_holding IS 'Who held a responsibility section from when to when (TER-15)';
SELECT kernel.guard('territory.section_holding', 'SELECT, INSERT, UPDATE');

-- What the holder did and what the community found. Nothing is changed afterwards.
CREATE TABLE territory.section_entry (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    section      bigint      NOT NULL,
    kind         text        NOT NULL,
    held_on      date        NOT NULL,
    note         text,
    minutes      int,
    verdict      text,
    author       bigint      NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, section) REFERENCES territory.duty_section,
    CONSTRAINT section_entry_kind CHECK (kind IN ('WORK', 'CHECK') AND (kind = 'CHECK') = (verdict IS NOT NULL)),
    CONSTRAINT section_entry_minutes CHECK (minutes BETWEEN 1 AND 600)
);
CREATE INDEX section_entry_by_section ON territory.section_entry (jurisdiction, section, id);
COMMENT ON TABLE territory.section_entry IS 'What was done in a responsibility section and what checks found (TER-15)';
SELECT kernel.guard('territory.section_entry', 'SELECT, INSERT');
