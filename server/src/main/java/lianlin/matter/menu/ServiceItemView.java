package lianlin.matter.menu;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.http.Versioned;
import lianlin.procedure.CaseView;
import org.jspecify.annotations.Nullable;

/// An item of the menu as the desk shows it: what residents read, where it stands in its life, and what the caller
/// may do now. `own` says that the caller has written it, so that somebody else reviews it.
record ServiceItemView(
        Id id,
        MenuItem item,
        Labelled state,
        Area area,
        @Nullable String author,
        Instant edited,
        boolean own,
        boolean editable,
        List<Offered> actions,
        List<CaseView.Passed> steps,
        int version)
        implements Versioned {

    /// A line of the list.
    record Line(
            Id id,
            String title,
            Labelled category,
            Named provider,
            String placeName,
            int priceCents,
            int minutes,
            Labelled state,
            Instant edited,
            int served,
            @Nullable Double rating,
            int version) {}

    /// A step that the caller may take now; `reason` says that he has to say why.
    record Offered(ServiceItem.Step step, String label, String tone, boolean reason) {}
}
