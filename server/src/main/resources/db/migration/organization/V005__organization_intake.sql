-- Organizations of an uploaded sheet between check and writing (EXC-03): the profile as it will be written, and the
-- parent as the sheet names it. Emptied when the sheet is written, cancelled, or a day old.
CREATE TABLE organization.organization_intake (
    jurisdiction int    NOT NULL,
    import       bigint NOT NULL,
    row          int    NOT NULL,
    id           bigint NOT NULL,
    name         text   NOT NULL,
    above        text,
    parent       bigint,
    credit_code  text,
    profile      jsonb  NOT NULL,
    PRIMARY KEY (jurisdiction, import, row)
);
COMMENT ON TABLE organization.organization_intake IS 'Organizations of uploaded sheets, staged';
SELECT kernel.guard('organization.organization_intake');
