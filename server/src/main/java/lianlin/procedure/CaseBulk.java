package lianlin.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.http.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// One action on many cases: one after the other, each in a transaction of its own, by the same rights and with the
/// same effects as if it had been done alone. What is refused keeps nothing else back. A rehearsal does all of it and
/// takes it back again, so that it says exactly what would happen.
@Component
class CaseBulk implements Setting.Reader {
    /// A case at the version that the caller has seen: sent twice, the second time finds another version.
    record Row(Id id, int version) {}

    /// What became of one case: the state in which it is now, or why nothing was done and how to mend it.
    record Outcome(
            Id id,
            boolean done,
            @Nullable Labelled state,
            @Nullable String why,
            @Nullable String mend) {}

    /// An action, its form, and which of the chosen cases allow it to the caller now.
    record Offer(CaseView.Offered action, List<Id> cases) {}

    private static final Setting MOST = new Setting(
            "case.bulk.most",
            "",
            Setting.Group.MATTERS,
            Setting.Level.DISTRICT,
            new Setting.Amount(1, 500, "CASES"),
            "200");

    /// Each holds two connections, its request's and that of the row at hand: not so many at once that all are held.
    private final Semaphore atWork = new Semaphore(2);

    private final CaseDesk desk;
    private final CaseStore cases;
    private final Cases reads;
    private final Procedures procedures;
    private final Settings settings;
    private final Problems problems;
    private final TransactionTemplate each;

    CaseBulk(
            CaseDesk desk,
            CaseStore cases,
            Cases reads,
            Procedures procedures,
            Settings settings,
            Problems problems,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.cases = cases;
        this.reads = reads;
        this.procedures = procedures;
        this.settings = settings;
        this.problems = problems;
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<Setting> settings() {
        return List.of(MOST);
    }

    /// What can be done with any of some cases, in the order of their procedures.
    List<Offer> offers(Acting acting, List<Id> ids) {
        bounded(acting, ids.size());
        var found = new LinkedHashMap<String, Offer>();
        for (var thing : cases.some(acting.scope(), ids)) {
            for (var action : reads.offered(acting, thing)) {
                found.computeIfAbsent(action.name(), name -> new Offer(action, new ArrayList<>()))
                        .cases()
                        .add(thing.id());
            }
        }
        return List.copyOf(found.values());
    }

    /// `rehearsal`: everything is taken back.
    List<Outcome> carryOut(Acting acting, List<Row> rows, String action, Map<String, Object> form, boolean rehearsal) {
        bounded(acting, rows.size());
        judge(acting, rows, action, form);
        if (!atWork.tryAcquire()) {
            throw Problem.of(503, "busy");
        }
        try {
            return rows.stream()
                    .map(row -> outcome(acting, row, action, form, rehearsal))
                    .toList();
        } finally {
            atWork.release();
        }
    }

    private Outcome outcome(Acting acting, Row row, String action, Map<String, Object> form, boolean rehearsal) {
        try {
            var moved = each.execute(status -> {
                if (rehearsal) {
                    status.setRollbackOnly();
                }
                return desk.act(acting, row.id(), row.version(), action, form);
            });
            var procedure = procedures.get(moved.procedure(), moved.procedureVersion());
            var state = procedure.state(moved.state());
            return new Outcome(
                    row.id(), true, new Labelled(moved.state(), state.label().text(), state.tone()), null, null);
        } catch (RuntimeException e) {
            var answer = problems.describe(e);
            var wrong = answer.errors();
            return new Outcome(
                    row.id(),
                    false,
                    null,
                    wrong.isEmpty() ? answer.title() : wrong.getFirst().message(),
                    answer.detail());
        }
    }

    /// The form is the same for all: what is wrong with it is said once, before anything is done.
    private void judge(Acting acting, List<Row> rows, String action, Map<String, Object> form) {
        cases.some(acting.scope(), rows.stream().map(Row::id).toList()).stream()
                .map(thing -> procedures.get(thing.procedure(), thing.procedureVersion()))
                .distinct()
                .filter(procedure -> procedure.actions().containsKey(action))
                .forEach(procedure -> Forms.judge(procedure.action(action), form));
    }

    private void bounded(Acting acting, int many) {
        var most = settings.amount(acting.jurisdiction(), MOST);
        if (many == 0 || many > most) {
            throw Problem.invalid("rows", "case.bulk", most);
        }
    }
}
