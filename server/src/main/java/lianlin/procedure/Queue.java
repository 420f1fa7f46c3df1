package lianlin.procedure;

import static lianlin.procedure.sql.Tables.CASE;

import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Scope;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// The cases on which a post has something to do now, as a condition on the case table: those in a state that
/// one of its actions leaves. Stopping a clock or calling a case off is no work that waits.
final class Queue {
    private Queue() {}

    static Condition of(Acting acting, Procedures procedures) {
        return procedures.list().stream()
                .map(procedure -> CASE.PROCEDURE.eq(procedure.name()).and(CASE.STATE.in(waiting(acting, procedure))))
                .reduce(DSL.falseCondition(), Condition::or)
                .and(CASE.PAUSED_SINCE.isNull())
                .and(CASE.CLOSED.isNull());
    }

    private static List<String> waiting(Acting acting, Procedure procedure) {
        return procedure.actions().values().stream()
                .filter(action -> action.tone().equals("sign"))
                .filter(action -> action.by().stream()
                        .anyMatch(by -> mayBe(acting, procedure.actors().get(by))))
                .flatMap(action -> action.from().stream())
                .distinct()
                .toList();
    }

    private static boolean mayBe(Acting acting, Procedure.@org.jspecify.annotations.Nullable Actor actor) {
        if (actor == null || actor.permission() != null && !acting.may(actor.permission())) {
            return false;
        }
        return switch (actor.where()) {
            case AREA -> acting.scope().reach() == Scope.Reach.AREA;
            case HOLDER -> acting.scope().reach() == Scope.Reach.ORGANIZATION;
            case REQUESTER -> acting.scope().reach() == Scope.Reach.OWN;
            case PLATFORM -> false;
        };
    }
}
