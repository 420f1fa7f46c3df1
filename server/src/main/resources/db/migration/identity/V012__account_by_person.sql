-- Who is told of his own matters is found by the person behind the account.
CREATE INDEX account_by_person ON identity.account (person);
