-- The orders in which lists of cases are offered, each by an index: the pressing ones first, whatever is closed or has no
-- deadline last; by number; and what is open, oldest first.
CREATE INDEX case_by_pressing ON procedure."case"
    (jurisdiction, (coalesce(CASE WHEN closed IS NULL THEN due END, '9999-01-01 00:00:00+00'::timestamptz)), id);
CREATE INDEX case_by_number ON procedure."case" (jurisdiction, number, id);
CREATE INDEX case_open ON procedure."case" (jurisdiction, id) WHERE closed IS NULL;
