package lianlin.matter.order;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.kernel.Id;
import lianlin.matter.menu.PriorityGroup;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceKind;
import org.jspecify.annotations.Nullable;

/// What is special to a service order (SRV-01). `item` is what of the menu it was placed from (SRV-02),
/// `priority` the group that has priority by the rule of that item (SRV-07). The contact is masked; in the
/// clear it goes only to the team that has accepted, while the order is open.
record ServiceOrder(
        int jurisdiction,
        Id id,
        @Nullable Id item,
        @Nullable PriorityGroup priority,
        ServiceKind kind,
        ServiceChannel channel,
        String detail,
        @Nullable LocalDate wantedOn,
        @Nullable Integer persons,
        @Nullable Consent consent,
        Id placedBy,
        @Nullable Id nextTaker,
        int refusals,
        int bounces,
        @Nullable Id acceptedBy,
        @Nullable Integer minutes,
        @Nullable Integer helpers,
        @Nullable Integer stars,
        @Nullable Instant rated,
        @Nullable Instant reopened) {

    /// How somebody agreed that an order is placed for him (SRV-06).
    enum Consent {
        VOICE,
        SIGNATURE,
        PRESENT
    }

    /// Refusals after which the order goes back to the dispatcher (SRV-01).
    static final int MOST_REFUSALS = 2;

    /// Times that an order may come back to the dispatcher before the street decides.
    static final int MOST_BOUNCES = 3;

    /// From this rating downwards a return visit is due (SRV-08).
    static final int LOW = 2;

    /// Where an order goes that came back so many times: to the dispatcher, or to the street.
    static String home(int bounces) {
        return bounces < MOST_BOUNCES ? "SUBMITTED" : "ESCALATED";
    }
}
