package lianlin.kernel.journal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianlin.kernel.database.Columns;
import org.jooq.DSLContext;
import org.jooq.Query;
import tools.jackson.databind.json.JsonMapper;

/// Writes many facts with one statement for each thousand: an import brings tens of thousands at once. (COPY
/// does not work on tables under row-level security.)
final class ManyFacts {
    private static final int TOGETHER = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    ManyFacts(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    Stream<Query> statements(List<? extends Facts.Past> facts) {
        return IntStream.iterate(0, from -> from < facts.size(), from -> from + TOGETHER)
                .mapToObj(from -> statement(facts.subList(from, Math.min(facts.size(), from + TOGETHER))));
    }

    private Query statement(List<? extends Facts.Past> facts) {
        var rows = Columns.of(facts);
        var heads = Columns.of(facts.stream().map(past -> past.fact().header()).toList());
        return db.query(
                """
                INSERT INTO kernel.journal (jurisdiction, id, at, kind, subject, subject_id, from_state, to_state, from_area,
                                            area, from_path, path, organization, actor, post, reason, payload, address, request)
                SELECT a, b, c::timestamptz, d, e, f, g, h, i, j, k, l, m, n, o, p, q::jsonb, r, s
                  FROM unnest({0}::int[], {1}::bigint[], {2}::text[], {3}::text[], {4}::text[], {5}::bigint[], {6}::text[],
                              {7}::text[], {8}::bigint[], {9}::bigint[], {10}::text[], {11}::text[], {12}::bigint[],
                              {13}::bigint[], {14}::bigint[], {15}::text[], {16}::text[], {17}::text[], {18}::text[])
                       AS fact (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s)
                """,
                heads.ints(Fact.Header::jurisdiction),
                rows.ids(Facts.Past::id),
                rows.texts(past -> past.at().atOffset(ZoneOffset.UTC)),
                rows.texts(past -> past.fact().kind()),
                heads.texts(Fact.Header::subject),
                heads.ids(Fact.Header::id),
                heads.texts(head -> head.step().from()),
                heads.texts(head -> head.step().to()),
                heads.areas(head -> head.standing().fromArea()),
                heads.areas(head -> head.standing().area()),
                heads.texts(head -> head.standing().fromPath()),
                heads.texts(head -> head.standing().path()),
                heads.ids(head -> head.standing().organization()),
                heads.ids(head -> head.doer().actor()),
                heads.ids(head -> head.doer().post()),
                heads.texts(Fact.Header::reason),
                rows.texts(past -> json.writeValueAsString(past.fact())),
                heads.texts(head -> head.doer().address()),
                heads.texts(head -> head.doer().request()));
    }
}
