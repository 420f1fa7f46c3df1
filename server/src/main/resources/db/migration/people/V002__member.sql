-- The member record (section 3 of the rules). One row for a person, hence exactly one branch (MEM-05). Path and area are
-- those of the branch, copied and kept up by a listener; name and its sort key are copied for lists.
CREATE TABLE people.member (
    jurisdiction    int    NOT NULL,
    id              bigint NOT NULL,
    organization    bigint NOT NULL,
    path            text COLLATE "C" NOT NULL,
    area            bigint NOT NULL,
    party_group     bigint,
    name            text   NOT NULL,
    sort            text COLLATE "C" NOT NULL,
    grams           tsvector NOT NULL,
    status          text   NOT NULL,
    categories      text[] NOT NULL,
    care_mode       text   NOT NULL,
    management_mode text,
    joined_on       date   NOT NULL,
    full_on         date,
    since           date   NOT NULL,
    version         int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, id) REFERENCES people.person,
    FOREIGN KEY (jurisdiction, organization) REFERENCES organization.organization,
    FOREIGN KEY (jurisdiction, party_group) REFERENCES organization.organization,
    CONSTRAINT member_status CHECK (status IN ('FULL', 'PROBATIONARY', 'SUSPENDED', 'LEFT')),
    CONSTRAINT member_care CHECK (care_mode IN ('DIRECT', 'DUAL', 'TAKEOVER', 'PARTICIPATING', 'FOCUS')),
    CONSTRAINT member_management CHECK (management_mode IN ('FULL', 'DUAL', 'FOLLOW')),
    CONSTRAINT member_category CHECK (categories <@ ARRAY['COMMUNITY', 'IN_SERVICE', 'RETIRED', 'MOBILE_OUT', 'MOBILE_IN',
        'LAID_OFF', 'TWO_NEW', 'SPECIALTY', 'STUDENT', 'OTHER']),
    CONSTRAINT member_period CHECK (full_on >= joined_on)
);
CREATE INDEX member_by_path ON people.member (jurisdiction, path, sort, id);
CREATE INDEX member_by_area ON people.member (jurisdiction, area, sort, id);
CREATE INDEX member_by_organization ON people.member (jurisdiction, organization);
CREATE INDEX member_by_grams ON people.member USING gin (grams);
COMMENT ON TABLE people.member IS 'Party members and their formal relation (MEM-01 to MEM-05)';
SELECT kernel.guard('people.member');
