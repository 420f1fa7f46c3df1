GRANT USAGE ON SCHEMA identity TO lianlin_app;

-- Who can sign in. Accounts belong to the installation; `jurisdiction` is the district whose administrators care for
-- them, 0 the installation's own.
CREATE TABLE identity.account (
    id            bigint      NOT NULL PRIMARY KEY,
    jurisdiction  int         NOT NULL,
    person        bigint      NOT NULL,
    name          text        NOT NULL,
    login         text,
    phone         bytea,
    phone_index   bytea,
    password      text,
    state         text        NOT NULL,
    created       timestamptz NOT NULL,
    last_login    timestamptz,
    failures      int         NOT NULL DEFAULT 0,
    closed_until  timestamptz,
    preferences   jsonb       NOT NULL DEFAULT '{}',
    version       int         NOT NULL DEFAULT 1,
    CONSTRAINT account_state CHECK (state IN ('INVITED', 'ACTIVE', 'LOCKED', 'DISABLED', 'CLOSED'))
);
CREATE UNIQUE INDEX account_login ON identity.account (lower(login));
CREATE UNIQUE INDEX account_phone ON identity.account (phone_index);
CREATE INDEX account_by_name ON identity.account (jurisdiction, name, id);
COMMENT ON TABLE identity.account IS 'Accounts and the persons behind them (IDN-10)';
SELECT kernel.guard('identity.account');

CREATE TABLE identity.role (
    code        text   NOT NULL PRIMARY KEY,
    reach       text   NOT NULL,
    permissions text[] NOT NULL,
    version     int    NOT NULL DEFAULT 1,
    CONSTRAINT role_reach CHECK (reach IN ('AREA', 'ORGANIZATION', 'OWN', 'SYSTEM'))
);
COMMENT ON TABLE identity.role IS 'Roles as bundles of permissions, and which reach they give';
GRANT SELECT, INSERT, UPDATE ON identity.role TO lianlin_app;

-- A role held at an organization or in an area, from a day to a day. A request acts under exactly one post.
CREATE TABLE identity.post (
    jurisdiction int    NOT NULL,
    id           bigint NOT NULL,
    account      bigint NOT NULL REFERENCES identity.account,
    role         text   NOT NULL REFERENCES identity.role,
    area         bigint NOT NULL,
    organization bigint,
    path         text COLLATE "C",
    place        text   NOT NULL,
    starts       date   NOT NULL,
    ends         date,
    version      int    NOT NULL DEFAULT 1,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT post_period CHECK (ends IS NULL OR ends >= starts)
);
CREATE INDEX post_by_account ON identity.post (account);
CREATE INDEX post_by_area ON identity.post (jurisdiction, area, id);
CREATE INDEX post_by_organization ON identity.post (jurisdiction, organization) WHERE organization IS NOT NULL;
COMMENT ON TABLE identity.post IS 'Posts: who acts as what, where, from when to when';
SELECT kernel.guard('identity.post');
