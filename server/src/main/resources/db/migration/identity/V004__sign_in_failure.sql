-- Failed sign-ins by the digest of the login that was tried, whether an account has it or not: what is answered to a
-- guesser must not tell which logins exist (S7).
CREATE TABLE identity.sign_in_failure (
    login_index  bytea       NOT NULL PRIMARY KEY,
    failures     int         NOT NULL,
    closed_until timestamptz,
    tried        timestamptz NOT NULL
);
COMMENT ON TABLE identity.sign_in_failure IS 'Wrong passwords in a row and how long the next try must wait, by login';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sign_in_failure TO lianlin_app;
ALTER TABLE identity.account DROP COLUMN failures, DROP COLUMN closed_until;
