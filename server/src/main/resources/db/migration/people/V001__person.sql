GRANT USAGE ON SCHEMA people TO lianlin_app;

-- A natural person. Identity number, phone and address are sealed (SM4-GCM); the first two are found again by a blind
-- index (IDN-14). There is no search by name here: people are found among members, or by an exact number.
CREATE TABLE people.person (
    jurisdiction   int    NOT NULL,
    id             bigint NOT NULL,
    name           text   NOT NULL,
    gender         text   NOT NULL,
    born           date,
    nationality    text,
    education      text,
    identity       bytea,
    identity_index bytea,
    phone          bytea,
    phone_index    bytea,
    address        bytea,
    work_unit      text,
    version        int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id)
);
CREATE UNIQUE INDEX person_identity ON people.person (jurisdiction, identity_index);
CREATE INDEX person_by_phone ON people.person (jurisdiction, phone_index) WHERE phone_index IS NOT NULL;
COMMENT ON TABLE people.person IS 'Natural persons; one row for each identity number in a district';
SELECT kernel.guard('people.person');

-- Ties of a person to organizations and places beside the formal relation, which is the member's row (MEM-05, ORG-09):
-- functional branches, residence, host of a mobile member, and the formal branches of the past.
CREATE TABLE people.affiliation (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    person       bigint NOT NULL,
    kind         text   NOT NULL,
    organization bigint,
    area         bigint,
    starts       date   NOT NULL,
    ends         date,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, person) REFERENCES people.person,
    FOREIGN KEY (jurisdiction, organization) REFERENCES organization.organization,
    CONSTRAINT affiliation_kind CHECK (kind IN ('FORMAL', 'FUNCTIONAL', 'RESIDENCE', 'MOBILE_HOST', 'WORK')),
    CONSTRAINT affiliation_place CHECK (organization IS NOT NULL OR area IS NOT NULL),
    CONSTRAINT affiliation_period CHECK (ends IS NULL OR ends >= starts)
);
CREATE INDEX affiliation_by_person ON people.affiliation (jurisdiction, person, starts);
CREATE INDEX affiliation_by_organization ON people.affiliation (jurisdiction, organization) WHERE organization IS NOT NULL;
COMMENT ON TABLE people.affiliation IS 'Typed and dated ties of persons to organizations and places';
SELECT kernel.guard('people.affiliation');
