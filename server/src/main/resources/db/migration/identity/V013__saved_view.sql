-- What a person asks of a list again and again, under a name of his own: filter, words, order and columns. The page that
-- shows the list knows what its parts mean; what it does not know any more it leaves out.
CREATE TABLE identity.saved_view (
    jurisdiction int     NOT NULL,
    id           bigint  NOT NULL,
    account      bigint  NOT NULL REFERENCES identity.account,
    list         text    NOT NULL,
    name         text    NOT NULL,
    query        jsonb   NOT NULL,
    hidden       text[]  NOT NULL,
    usual        boolean NOT NULL,
    PRIMARY KEY (jurisdiction, id),
    CONSTRAINT view_name UNIQUE (jurisdiction, account, list, name)
);
CREATE UNIQUE INDEX view_usual ON identity.saved_view (jurisdiction, account, list) WHERE usual;
COMMENT ON TABLE identity.saved_view IS 'Views of lists that people saved for themselves, at most 30 for a list';
SELECT kernel.guard('identity.saved_view');
