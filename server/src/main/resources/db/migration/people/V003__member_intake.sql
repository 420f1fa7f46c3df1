-- Members of an uploaded sheet between check and writing (EXC-03), in the form in which they will be written: personal
-- data is sealed already. Emptied when the sheet is written, cancelled, or a day old.
CREATE TABLE people.member_intake (
    jurisdiction    int    NOT NULL,
    import          bigint NOT NULL,
    row             int    NOT NULL,
    id              bigint NOT NULL,
    known           boolean NOT NULL,
    name            text   NOT NULL,
    sort            text   NOT NULL,
    grams           text   NOT NULL,
    gender          text   NOT NULL,
    born            date,
    nationality     text,
    education       text,
    identity        bytea,
    identity_index  bytea,
    phone           bytea,
    phone_index     bytea,
    address         bytea,
    work_unit       text,
    organization    bigint NOT NULL,
    path            text COLLATE "C" NOT NULL,
    area            bigint NOT NULL,
    party_group     bigint,
    status          text   NOT NULL,
    categories      text   NOT NULL,
    care_mode       text   NOT NULL,
    management_mode text,
    joined_on       date   NOT NULL,
    full_on         date,
    PRIMARY KEY (jurisdiction, import, row)
);
COMMENT ON TABLE people.member_intake IS 'Members of uploaded sheets, staged';
SELECT kernel.guard('people.member_intake');
