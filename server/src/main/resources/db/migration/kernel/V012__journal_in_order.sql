-- What one district has written and nobody has folded yet. Without this index every read of a counter walks the whole
-- journal of the district: the policy of row-level security makes the planner think that little of it is there.
CREATE INDEX journal_in_order ON kernel.journal (jurisdiction, xid, id);
