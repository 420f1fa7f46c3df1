package lianlin.kernel.journal;

import static lianlin.kernel.Given.given;
import static lianlin.kernel.sql.Tables.JOURNAL;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Reads the journal: the timeline of a thing and the audit.
@Repository
public class Journal {
    /// Which rows the audit asks for; what is null does not matter.
    public record Filter(
            @Nullable String subject,
            @Nullable Id subjectId,
            @Nullable Id actor,
            @Nullable String kind,
            @Nullable Instant from,
            @Nullable Instant to) {}

    private static final List<SelectField<?>> COLUMNS = List.of(
            JOURNAL.JURISDICTION,
            JOURNAL.ID,
            JOURNAL.AT,
            JOURNAL.KIND,
            JOURNAL.SUBJECT,
            JOURNAL.SUBJECT_ID,
            JOURNAL.FROM_STATE,
            JOURNAL.TO_STATE,
            JOURNAL.AREA,
            JOURNAL.PATH,
            JOURNAL.ORGANIZATION,
            JOURNAL.ACTOR,
            JOURNAL.POST,
            JOURNAL.REASON,
            JOURNAL.PAYLOAD,
            JOURNAL.ADDRESS,
            JOURNAL.REQUEST);

    private final DSLContext db;
    private final JsonMapper json;

    Journal(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// What happened to one thing, oldest first. Whoever asks has shown already that he may see the thing.
    public List<Happened> timeline(int jurisdiction, Id subject) {
        return db.select(COLUMNS)
                .from(JOURNAL)
                .where(JOURNAL.JURISDICTION.eq(jurisdiction), JOURNAL.SUBJECT_ID.eq(subject))
                .orderBy(JOURNAL.ID)
                .fetch(this::happened);
    }

    /// The rows of some kinds about one thing, in whichever district they happened, newest first, at most
    /// `limit`: for the person concerned.
    public List<Happened> everywhere(Id subject, List<String> kinds, int limit) {
        return db.select(COLUMNS)
                .from(JOURNAL)
                .where(JOURNAL.SUBJECT_ID.eq(subject), JOURNAL.KIND.in(kinds))
                .orderBy(JOURNAL.ID.desc())
                .limit(limit)
                .fetch(this::happened);
    }

    /// The audit of a range of jurisdictions, newest first.
    public Page<Happened> audit(Scope scope, Filter filter, Paging paging) {
        var query = db.select(COLUMNS)
                .from(JOURNAL)
                .where(scope.on(JOURNAL.JURISDICTION))
                .and(given(filter.subject(), JOURNAL.SUBJECT::eq))
                .and(given(filter.subjectId(), JOURNAL.SUBJECT_ID::eq))
                .and(given(filter.actor(), JOURNAL.ACTOR::eq))
                .and(given(filter.kind(), JOURNAL.KIND::eq))
                .and(given(filter.from(), JOURNAL.AT::ge))
                .and(given(filter.to(), JOURNAL.AT::lt));
        return paging.fetchDescending(query, this::happened, JOURNAL.ID);
    }

    /// One row of the audit.
    public Happened get(Scope scope, Id id) {
        return db.select(COLUMNS)
                .from(JOURNAL)
                .where(scope.on(JOURNAL.JURISDICTION), JOURNAL.ID.eq(id))
                .fetchOptional(this::happened)
                .orElseThrow(() -> Problem.absent("journal", id));
    }

    /// The newest rows of some kinds in a scope, newest first, for screens that show what happens.
    public List<Happened> recent(Scope scope, Condition kinds, int limit) {
        return db.select(COLUMNS)
                .from(JOURNAL)
                .where(scope.on(JOURNAL.JURISDICTION, JOURNAL.AREA, JOURNAL.PATH))
                .and(kinds)
                .orderBy(JOURNAL.ID.desc())
                .limit(limit)
                .fetch(this::happened);
    }

    /// The rows of a span that are of some kinds and not older than `news`, in the order in which listeners read.
    List<Happened> within(Span span, Set<String> kinds, Period news) {
        return db.select(COLUMNS)
                .from(JOURNAL)
                .where(span.covers(), JOURNAL.KIND.in(kinds))
                .and("{0} >= now() - {1}::interval", JOURNAL.AT, DSL.inline(news.toString()))
                .orderBy(JOURNAL.XID, JOURNAL.ID)
                .fetch(this::happened);
    }

    /// The rows of one subject in a scope.
    public static Condition ofSubject(String subject) {
        return JOURNAL.SUBJECT.eq(DSL.inline(subject));
    }

    private Happened happened(Record row) {
        return new Happened(
                row.get(JOURNAL.JURISDICTION),
                row.get(JOURNAL.ID),
                row.get(JOURNAL.AT),
                row.get(JOURNAL.KIND),
                row.get(JOURNAL.SUBJECT),
                row.get(JOURNAL.SUBJECT_ID),
                row.get(JOURNAL.FROM_STATE),
                row.get(JOURNAL.TO_STATE),
                row.get(JOURNAL.AREA),
                row.get(JOURNAL.PATH),
                row.get(JOURNAL.ORGANIZATION),
                row.get(JOURNAL.ACTOR),
                row.get(JOURNAL.POST),
                row.get(JOURNAL.REASON),
                json.readTree(row.get(JOURNAL.PAYLOAD).data()),
                row.get(JOURNAL.ADDRESS),
                row.get(JOURNAL.REQUEST));
    }
}
