GRANT USAGE ON SCHEMA messaging TO lianlin_app;

-- Whom the platform tells of a fact, as data with versions (MSG-01): jurisdiction 0 has what ships with the product, a
-- district's own rule stands in its place. A rule without a kind of message tells nobody.
CREATE TABLE messaging.rule (
    jurisdiction int         NOT NULL,
    fact_kind    text        NOT NULL,
    tell         text        NOT NULL,
    state        text        NOT NULL,
    version      int         NOT NULL,
    permission   text,
    kind         text,
    code         text        NOT NULL,
    said         text[]      NOT NULL,
    since        timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, fact_kind, tell, state, version)
);
COMMENT ON TABLE messaging.rule IS 'Whom the platform tells of which fact, by version (MSG-01)';
SELECT kernel.guard('messaging.rule', 'SELECT, INSERT');

-- By which channels a kind of message goes out, and after how many minutes without being read (MSG-01). Without minutes
-- it does not go that way.
CREATE TABLE messaging.route (
    jurisdiction int         NOT NULL,
    kind         text        NOT NULL,
    channel      text        NOT NULL,
    version      int         NOT NULL,
    minutes      int,
    since        timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, kind, channel, version)
);
COMMENT ON TABLE messaging.route IS 'Order and fall-back of channels by kind of message, by version (MSG-01)';
SELECT kernel.guard('messaging.route', 'SELECT, INSERT');

-- What an account was told. The text is made when it is read, from the code and what fills it, in the reader's language.
CREATE TABLE messaging.message (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    account      bigint      NOT NULL,
    kind         text        NOT NULL,
    code         text        NOT NULL,
    said         text[]      NOT NULL,
    subject      text        NOT NULL,
    subject_id   bigint      NOT NULL,
    fact         bigint      NOT NULL,
    created      timestamptz NOT NULL,
    read         timestamptz,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT message_once UNIQUE (jurisdiction, fact, account, code)
);
CREATE INDEX message_by_account ON messaging.message (account, id);
CREATE INDEX message_unread ON messaging.message (account, id) WHERE read IS NULL;
COMMENT ON TABLE messaging.message IS 'The inbox of every account, with what was read when (MSG-01, MSG-03)';
SELECT kernel.guard('messaging.message');

-- How a message goes out by one channel. A provider gets the id of the row and never two different texts under it.
CREATE TABLE messaging.delivery (
    jurisdiction int         NOT NULL,
    id           bigint      NOT NULL,
    message      bigint      NOT NULL,
    channel      text        NOT NULL,
    state        text        NOT NULL,
    created      timestamptz NOT NULL,
    due          timestamptz NOT NULL,
    attempts     int         NOT NULL DEFAULT 0,
    sent         timestamptz,
    reason       text,
    PRIMARY KEY (jurisdiction, id),
    FOREIGN KEY (jurisdiction, message) REFERENCES messaging.message,
    CONSTRAINT delivery_state CHECK (state IN ('WAITING', 'SENT', 'FAILED', 'PARKED', 'SKIPPED'))
);
CREATE INDEX delivery_by_message ON messaging.delivery (jurisdiction, message);
CREATE INDEX delivery_by_due ON messaging.delivery (channel, due) WHERE state IN ('WAITING', 'FAILED');
CREATE INDEX delivery_by_age ON messaging.delivery (created);
COMMENT ON TABLE messaging.delivery IS 'What was sent by which channel with which result, kept for 6 months (MSG-02)';
SELECT kernel.guard('messaging.delivery');

-- What somebody does not want by a channel, or wants again.
CREATE TABLE messaging.preference (
    jurisdiction int     NOT NULL,
    account      bigint  NOT NULL,
    kind         text    NOT NULL,
    channel      text    NOT NULL,
    wanted       boolean NOT NULL,
    PRIMARY KEY (jurisdiction, account, kind, channel)
);
CREATE INDEX preference_by_account ON messaging.preference (account);
COMMENT ON TABLE messaging.preference IS 'Which kinds of messages an account wants by which channel (MSG-01)';
SELECT kernel.guard('messaging.preference');

-- Browsers that take pushed messages. The address is a secret of the browser: whoever has it can send.
CREATE TABLE messaging.subscription (
    jurisdiction  int         NOT NULL,
    id            bigint      NOT NULL,
    account       bigint      NOT NULL,
    address       bytea       NOT NULL,
    address_index bytea       NOT NULL,
    created       timestamptz NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT subscription_address UNIQUE (address_index)
);
CREATE INDEX subscription_by_account ON messaging.subscription (account);
COMMENT ON TABLE messaging.subscription IS 'Browsers that take pushed messages, their addresses encrypted';
SELECT kernel.guard('messaging.subscription');
