-- Queues of work are read by deadline: what is overdue first, what has no running clock last.
CREATE INDEX case_by_until ON procedure."case"
    (jurisdiction, (coalesce(due, '9999-01-01 00:00:00+00'::timestamptz)), id) WHERE closed IS NULL;
