-- The orders in which lists of members are offered, beside branch by branch: by name and by the day of joining.
CREATE INDEX member_by_name ON people.member (jurisdiction, sort, id);
CREATE INDEX member_by_joined ON people.member (jurisdiction, joined_on, id);
