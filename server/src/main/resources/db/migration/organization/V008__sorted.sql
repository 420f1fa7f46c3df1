-- The orders in which lists of organizations are offered, beside that of the tree: by name, in the order of its pinyin,
-- and by level. The key of a name is made by the application; names from before get theirs at its next start.
ALTER TABLE organization.organization ADD COLUMN spelling text COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX organization_by_spelling ON organization.organization (jurisdiction, spelling, id);
CREATE INDEX organization_unspelt ON organization.organization (id) WHERE spelling = '';
CREATE INDEX organization_by_level ON organization.organization (jurisdiction, (length(path)), path, id);
