package lianlin.procedure;

import java.util.List;
import java.util.Map;
import lianlin.identity.Acting;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import org.springframework.stereotype.Component;

/// Who may do which action: decided by the definition of the procedure, the permissions of the post, and where the
/// post stands towards the case.
@Component
class Rights {
    /// What somebody may do on a case now, in the order of the definition.
    List<String> actions(Acting acting, Case thing, Procedure procedure) {
        return procedure.actions().entrySet().stream()
                .filter(action -> action.getValue().from().contains(thing.state()))
                .filter(action -> fits(action.getValue(), thing))
                .filter(action -> may(acting, thing, procedure, action.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Denied where the post is not the one to do it; refused where the state does not allow it.
    void require(Acting acting, Case thing, Procedure procedure, String name, Procedure.Action action) {
        if (!may(acting, thing, procedure, action)) {
            throw Problem.denied("case.actor", action.label().text());
        }
        if (!action.from().contains(thing.state()) || !fits(action, thing)) {
            throw Problem.refused(
                    "case.move",
                    action.label().text(),
                    procedure.state(thing.state()).label().text());
        }
    }

    /// A clock that stands can only go on, one that runs can only be stopped.
    private static boolean fits(Procedure.Action action, Case thing) {
        if (action.clock() == null) {
            return true;
        }
        return thing.clock() != null && thing.paused() == (action.clock() == Procedure.ClockMove.RESUME);
    }

    private static boolean may(Acting acting, Case thing, Procedure procedure, Procedure.Action action) {
        return action.by().stream()
                .map(by -> procedure.actors().get(by))
                .anyMatch(actor -> actor != null && is(acting, thing, actor));
    }

    private static boolean is(Acting acting, Case thing, Procedure.Actor actor) {
        if (actor.permission() != null && !acting.may(actor.permission())) {
            return false;
        }
        var scope = acting.scope();
        return switch (actor.where()) {
            case AREA -> scope.reach() == Scope.Reach.AREA && scope.covers(thing.area());
            case HOLDER ->
                scope.path() != null
                        && thing.holder() != null
                        && thing.holder().path().startsWith(scope.path());
            case REQUESTER -> acting.person().equals(thing.requester());
            case PLATFORM -> false;
        };
    }
}
