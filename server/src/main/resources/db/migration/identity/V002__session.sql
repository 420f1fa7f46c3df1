-- Sessions: only the digest of the token is kept, so that the table alone opens nothing.
CREATE TABLE identity.session (
    token      bytea       NOT NULL PRIMARY KEY,
    id         bigint      NOT NULL UNIQUE,
    account    bigint      NOT NULL REFERENCES identity.account,
    post       bigint,
    device     text        NOT NULL,
    created    timestamptz NOT NULL,
    seen       timestamptz NOT NULL,
    expires    timestamptz NOT NULL,
    proved     timestamptz NOT NULL
);
CREATE INDEX session_by_account ON identity.session (account);
CREATE INDEX session_by_expiry ON identity.session (expires);
COMMENT ON TABLE identity.session IS 'Who is signed in where; `proved` is when a factor was last shown';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.session TO lianlin_app;

-- One-time codes sent to a phone, as digests.
CREATE TABLE identity.one_time_code (
    phone_index bytea       NOT NULL PRIMARY KEY,
    digest      bytea       NOT NULL,
    sent        timestamptz NOT NULL,
    tries       int         NOT NULL DEFAULT 0
);
COMMENT ON TABLE identity.one_time_code IS 'The last code sent to a phone, valid for 5 minutes and 5 tries';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.one_time_code TO lianlin_app;

-- How often something was tried in a window of time, shared by all nodes.
CREATE TABLE identity.attempt (
    what    text        NOT NULL,
    opened  timestamptz NOT NULL,
    amount  int         NOT NULL,
    PRIMARY KEY (what, opened)
);
COMMENT ON TABLE identity.attempt IS 'Counters of limits (logins, codes, reveals) by window';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.attempt TO lianlin_app;

-- Where the demo shows what a message provider would have sent.
CREATE TABLE identity.demo_message (
    id          bigint      NOT NULL PRIMARY KEY,
    phone_index bytea       NOT NULL,
    receiver    text        NOT NULL,
    body        text        NOT NULL,
    sent        timestamptz NOT NULL
);
COMMENT ON TABLE identity.demo_message IS 'The visible inbox of the demo';
GRANT SELECT, INSERT, DELETE ON identity.demo_message TO lianlin_app;
