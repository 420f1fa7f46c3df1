package lianlin.matter.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.http.Versioned;
import lianlin.kernel.time.Lamp;
import lianlin.procedure.CaseView;
import org.jspecify.annotations.Nullable;

/// A pair as those see it whom it concerns. `does` are the acts that are open to the caller.
record CareView(
        Id id,
        Line line,
        List<Labelled> needs,
        @Nullable Consent consent,
        @Nullable VisitPlan plan,
        @Nullable Labelled tier,
        @Nullable StandIn standIn,
        @Nullable Labelled endReason,
        List<LocalDate> upcoming,
        List<Visit> visits,
        List<Act> does,
        List<CaseView.Passed> steps,
        int version)
        implements Versioned {

    /// A line of the list. The name is masked; it is gone when the pair has ended. `goes` is who comes next.
    record Line(
            Id id,
            @Nullable String name,
            List<Labelled> needs,
            Area area,
            String placeName,
            Named team,
            Named helper,
            @Nullable Named goes,
            Labelled state,
            @Nullable LocalDate next,
            @Nullable VisitPlan plan,
            @Nullable Lamp lamp,
            boolean mine,
            int version) {}

    record Consent(Labelled how, Instant at, @Nullable String notedBy) {}

    record StandIn(Id account, String name, LocalDate from, LocalDate until) {}

    record Visit(
            Id id,
            LocalDate heldOn,
            @Nullable LocalDate plannedOn,
            Labelled result,
            @Nullable Labelled kind,
            @Nullable Integer minutes,
            @Nullable String done,
            @Nullable String next,
            @Nullable Labelled reason,
            @Nullable LocalDate movedTo,
            @Nullable Id order,
            @Nullable String by) {}

    enum Act {
        CONSENT,
        PLAN,
        PAUSE,
        RESUME,
        ASSIGN,
        STAND_IN,
        VISIT,
        POSTPONE,
        ORDER,
        CONTACT,
        END,
        WITHDRAW
    }
}
