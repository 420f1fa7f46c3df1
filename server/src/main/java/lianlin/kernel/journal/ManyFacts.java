package lianlin.kernel.journal;

import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes many facts with one statement for each thousand: an import brings tens of thousands at once. (COPY does not
/// work on tables under row-level security.)
final class ManyFacts {
    private static final int TOGETHER = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    ManyFacts(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void insert(List<? extends Facts.Past> facts) {
        for (var from = 0; from < facts.size(); from += TOGETHER) {
            write(facts.subList(from, Math.min(facts.size(), from + TOGETHER)));
        }
    }

    private void write(List<? extends Facts.Past> facts) {
        db.execute(
                """
                INSERT INTO kernel.journal (jurisdiction, id, at, kind, subject, subject_id, from_state, to_state, from_area,
                                            area, from_path, path, organization, actor, post, reason, payload, address, request)
                SELECT a, b, c::timestamptz, d, e, f, g, h, i, j, k, l, m, n, o, p, q::jsonb, r, s
                  FROM unnest({0}::int[], {1}::bigint[], {2}::text[], {3}::text[], {4}::text[], {5}::bigint[], {6}::text[],
                              {7}::text[], {8}::bigint[], {9}::bigint[], {10}::text[], {11}::text[], {12}::bigint[],
                              {13}::bigint[], {14}::bigint[], {15}::text[], {16}::text[], {17}::text[], {18}::text[])
                       AS fact (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s)
                """,
                DSL.val(facts.stream()
                        .map(past -> past.fact().header().jurisdiction())
                        .toArray(Integer[]::new)),
                DSL.val(facts.stream().map(past -> past.id().value()).toArray(Long[]::new)),
                texts(facts, past -> past.at().atOffset(ZoneOffset.UTC).toString()),
                texts(facts, past -> past.fact().kind()),
                texts(facts, past -> past.fact().header().subject()),
                ids(facts, Fact.Header::id),
                texts(facts, past -> past.fact().header().from()),
                texts(facts, past -> past.fact().header().to()),
                areas(facts, Fact.Header::fromArea),
                areas(facts, Fact.Header::area),
                texts(facts, past -> past.fact().header().fromPath()),
                texts(facts, past -> past.fact().header().path()),
                ids(facts, Fact.Header::organization),
                ids(facts, Fact.Header::actor),
                ids(facts, Fact.Header::post),
                texts(facts, past -> past.fact().header().reason()),
                texts(facts, past -> json.writeValueAsString(past.fact())),
                texts(facts, past -> past.fact().header().address()),
                texts(facts, past -> past.fact().header().request()));
    }

    private static Param<?> texts(List<? extends Facts.Past> facts, Function<Facts.Past, @Nullable String> part) {
        var texts = new @Nullable String[facts.size()];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = part.apply(facts.get(i));
        }
        return DSL.val(texts);
    }

    private static Param<?> ids(List<? extends Facts.Past> facts, Function<Fact.Header, @Nullable Id> part) {
        var ids = new @Nullable Long[facts.size()];
        for (var i = 0; i < ids.length; i++) {
            var id = part.apply(facts.get(i).fact().header());
            ids[i] = id == null ? null : id.value();
        }
        return DSL.val(ids);
    }

    private static Param<?> areas(List<? extends Facts.Past> facts, Function<Fact.Header, @Nullable Area> part) {
        var areas = new @Nullable Long[facts.size()];
        for (var i = 0; i < areas.length; i++) {
            var area = part.apply(facts.get(i).fact().header());
            areas[i] = area == null ? null : area.code();
        }
        return DSL.val(areas);
    }
}
