package lianlin.kernel.journal;

import static lianlin.kernel.sql.Tables.JOURNAL;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import lianlin.kernel.Id;
import lianlin.kernel.sql.JournalRecord;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.JSONB;
import org.jooq.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes what happened into the journal, in the transaction of the change.
@Component
public class Facts {
    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;

    Facts(DSLContext db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /// One thing happened now.
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Fact fact) {
        insert(Id.next(), clock.instant(), fact).execute();
    }

    /// Many things happened now, in this order.
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Collection<? extends Fact> facts) {
        var now = clock.instant();
        publishAt(facts.stream().map(fact -> new Past(Id.next(), now, fact)).toList());
    }

    /// Something happened at a time in the past: what an import or the demo county brings along.
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishAt(List<? extends Past> facts) {
        statements(facts).forEach(Query::execute);
    }

    /// The same as statements that wait for a transaction: making them ready needs no connection.
    public List<Query> ready(List<? extends Past> facts) {
        return statements(facts).toList();
    }

    private Stream<Query> statements(List<? extends Past> facts) {
        return new ManyFacts(db, json).statements(facts);
    }

    /// A fact with the moment when it happened and an id of that moment.
    public record Past(Id id, Instant at, Fact fact) {}

    private InsertSetMoreStep<JournalRecord> insert(Id id, Instant at, Fact fact) {
        var header = fact.header();
        return db.insertInto(JOURNAL)
                .set(JOURNAL.JURISDICTION, header.jurisdiction())
                .set(JOURNAL.ID, id)
                .set(JOURNAL.AT, at)
                .set(JOURNAL.KIND, fact.kind())
                .set(JOURNAL.SUBJECT, header.subject())
                .set(JOURNAL.SUBJECT_ID, header.id())
                .set(JOURNAL.FROM_STATE, header.step().from())
                .set(JOURNAL.TO_STATE, header.step().to())
                .set(JOURNAL.FROM_AREA, header.standing().fromArea())
                .set(JOURNAL.AREA, header.standing().area())
                .set(JOURNAL.FROM_PATH, header.standing().fromPath())
                .set(JOURNAL.PATH, header.standing().path())
                .set(JOURNAL.ORGANIZATION, header.standing().organization())
                .set(JOURNAL.ACTOR, header.doer().actor())
                .set(JOURNAL.POST, header.doer().post())
                .set(JOURNAL.REASON, header.reason())
                .set(JOURNAL.PAYLOAD, JSONB.valueOf(json.writeValueAsString(fact)))
                .set(JOURNAL.ADDRESS, header.doer().address())
                .set(JOURNAL.REQUEST, header.doer().request());
    }
}
