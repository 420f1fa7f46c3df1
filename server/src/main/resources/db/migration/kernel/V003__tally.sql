-- How many things stand in which state below a node of the territory tree ('A' and the leading digits of the code) or
-- of the organization tree ('O' and the leading segments of the path). Folded from the journal, never written by a
-- business transaction.
CREATE TABLE kernel.tally (
    jurisdiction int    NOT NULL,
    node         text   NOT NULL COLLATE "C",
    subject      text   NOT NULL,
    state        text   NOT NULL,
    amount       bigint NOT NULL,
    PRIMARY KEY (jurisdiction, node, subject, state)
);
COMMENT ON TABLE kernel.tally IS 'Things by state below each node of the two trees, as of the folder''s position';
SELECT kernel.guard('kernel.tally');

CREATE TABLE kernel.tally_day (
    jurisdiction int    NOT NULL,
    node         text   NOT NULL COLLATE "C",
    subject      text   NOT NULL,
    day          date   NOT NULL,
    state        text   NOT NULL,
    arrived      bigint NOT NULL,
    departed     bigint NOT NULL,
    PRIMARY KEY (jurisdiction, node, subject, day, state)
);
COMMENT ON TABLE kernel.tally_day IS 'Things that came to and left a state on a day, below each node of the two trees';
SELECT kernel.guard('kernel.tally_day');

-- The nodes above a place and an organization, themselves included. Areas have 15 digits: 2 province, 2 city, 2 county,
-- 3 street, 3 community, 3 grid. Path segments have 6 characters.
CREATE FUNCTION kernel.nodes(area bigint, path text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'A' || left(lpad(area::text, 15, '0'), digits)
      FROM (VALUES (2, 0), (4, 2), (6, 4), (9, 6), (12, 9), (15, 12)) AS level (digits, above)
     WHERE area IS NOT NULL AND substr(lpad(area::text, 15, '0'), above + 1) ~ '[1-9]'
    UNION ALL
    SELECT 'O' || left(path, segments * 6) FROM generate_series(1, length(path) / 6) AS segments
$$;
