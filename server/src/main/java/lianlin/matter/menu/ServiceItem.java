package lianlin.matter.menu;

import java.time.Instant;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// A service that an organization offers at or below a place (SRV-02).
record ServiceItem(
        int jurisdiction,
        Id id,
        String path,
        ServiceContent content,
        State state,
        Id author,
        Id editor,
        Instant edited,
        @Nullable Id reviewer,
        int version) {

    enum State {
        DRAFT,
        REVIEWED,
        PUBLISHED,
        SUSPENDED
    }

    /// What moves an item: from where to where, by which permission; `says` that a reason is due.
    enum Step {
        REVIEW(State.DRAFT, State.REVIEWED, "item.review", false),
        RETURN(State.REVIEWED, State.DRAFT, "item.review", true),
        PUBLISH(State.REVIEWED, State.PUBLISHED, "item.publish", false),
        SUSPEND(State.PUBLISHED, State.SUSPENDED, "item.publish", true),
        RESUME(State.SUSPENDED, State.PUBLISHED, "item.publish", false),
        REWORK(State.SUSPENDED, State.DRAFT, "item.edit", false);

        final State from;
        final State to;
        final String permission;
        final boolean says;

        Step(State from, State to, String permission, boolean says) {
            this.from = from;
            this.to = to;
            this.permission = permission;
            this.says = says;
        }
    }

    boolean writtenBy(Id account) {
        return account.equals(author) || account.equals(editor);
    }

    /// The item after a step of somebody. Nobody reviews what he has written himself.
    ServiceItem moved(Step step, Id by) {
        if (state != step.from) {
            throw Problem.refused("item.move");
        }
        if (step == Step.REVIEW && writtenBy(by)) {
            throw Problem.refused("item.own");
        }
        var reviewed = step == Step.REVIEW ? by : step.to == State.DRAFT ? null : reviewer;
        return new ServiceItem(jurisdiction, id, path, content, step.to, author, editor, edited, reviewed, version + 1);
    }

    /// The item with another content; what has been reviewed stays as it was reviewed.
    ServiceItem changed(ServiceContent other, String place, Id by, Instant now) {
        if (state != State.DRAFT) {
            throw Problem.refused("item.fixed");
        }
        return new ServiceItem(jurisdiction, id, place, other, state, author, by, now, null, version + 1);
    }
}
