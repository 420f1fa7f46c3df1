package lianlin.matter.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.http.Versioned;
import lianlin.kernel.time.Lamp;
import lianlin.matter.menu.Slots;
import lianlin.procedure.CaseView;
import org.jspecify.annotations.Nullable;

/// A service order as its page shows it: what is wanted, where it stands, who has it, what the caller may do
/// now, what happened and what is still to come. Name, phone and address of the orderer are masked; `item` is
/// what of the menu it was placed from, `slot` when it is served, `priority` the group that this item serves
/// first. `contactOpen` says whether the caller may ask for the contact, `photosWanted` what photos he may add
/// now.
record OrderView(
        Id id,
        String number,
        String title,
        String detail,
        @Nullable Named item,
        @Nullable Labelled priority,
        Slots.@Nullable Booked slot,
        @Nullable Labelled category,
        @Nullable Labelled kind,
        @Nullable Labelled channel,
        boolean urgent,
        int persons,
        @Nullable LocalDate wantedOn,
        Area area,
        String placeName,
        @Nullable String requesterName,
        String requesterPhone,
        boolean contactOpen,
        @Nullable Labelled consent,
        Labelled state,
        @Nullable Named holder,
        Instant opened,
        @Nullable Instant due,
        @Nullable Lamp lamp,
        boolean paused,
        @Nullable Instant closed,
        @Nullable Result result,
        @Nullable Rating rating,
        List<OrderPhoto> photos,
        OrderPhoto.@Nullable Shows photosWanted,
        List<CaseView.Offered> actions,
        List<CaseView.Passed> steps,
        int version)
        implements Versioned {

    /// What the team did: minutes and persons.
    record Result(int minutes, int persons) {}

    /// What the orderer thought of it, 1 to 5.
    record Rating(int stars, @Nullable Instant at) {}
}
