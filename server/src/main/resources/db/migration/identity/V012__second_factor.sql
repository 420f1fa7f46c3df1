-- The second factor of staff (IDN-10): a secret that an app on the phone knows too (RFC 6238), encrypted. It counts once
-- a code of it has been shown; `used` is the last half minute whose code was taken, so that none is taken twice.
CREATE TABLE identity.second_factor (
    account   bigint      NOT NULL PRIMARY KEY REFERENCES identity.account,
    secret    bytea       NOT NULL,
    used      bigint      NOT NULL DEFAULT 0,
    begun     timestamptz NOT NULL,
    confirmed timestamptz
);
COMMENT ON TABLE identity.second_factor IS 'Second factors: encrypted secrets of codes by time (IDN-10)';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.second_factor TO lianlin_app;

-- Codes for somebody whose phone is gone, each for one sign-in, as digests.
CREATE TABLE identity.recovery_code (
    account bigint NOT NULL REFERENCES identity.second_factor ON DELETE CASCADE,
    digest  bytea  NOT NULL,
    PRIMARY KEY (account, digest)
);
COMMENT ON TABLE identity.recovery_code IS 'Recovery codes that have not been used, as digests';
GRANT SELECT, INSERT, DELETE ON identity.recovery_code TO lianlin_app;

-- Who has shown the first factor and not yet the second: a digest of a ticket that is no session.
CREATE TABLE identity.half_open (
    ticket  bytea       NOT NULL PRIMARY KEY,
    account bigint      NOT NULL REFERENCES identity.account,
    means   text        NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX half_open_by_account ON identity.half_open (account);
COMMENT ON TABLE identity.half_open IS 'Sign-ins that wait for the second factor, for five minutes';
GRANT SELECT, INSERT, DELETE ON identity.half_open TO lianlin_app;
