package lianlin.matter.order;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What is special to a service order (SRV-01). The contact is masked; in the clear it goes only to the team
/// that has accepted, while the order is open.
record ServiceOrder(
        int jurisdiction,
        Id id,
        Kind kind,
        Channel channel,
        String detail,
        @Nullable LocalDate wantedOn,
        int persons,
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

    /// Menu-style, appointment-style and care-style (SRV-02).
    enum Kind {
        ON_DEMAND,
        APPOINTMENT,
        CARE_PLAN
    }

    /// By which end the order came (SRV-06).
    enum Channel {
        WEB,
        APP,
        PHONE,
        ON_SITE,
        TV
    }

    /// How somebody agreed that an order is placed for him (SRV-06).
    enum Consent {
        VOICE,
        SIGNATURE,
        PRESENT
    }

    /// What kind of help; the words are `word.service-order.topic.*`.
    enum Category {
        REPAIR,
        CARE,
        SAFETY,
        CULTURE,
        AGENCY,
        HEALTH,
        STUDY,
        OTHER
    }

    /// Refusals after which the order goes back to the dispatcher (SRV-01).
    static final int MOST_REFUSALS = 2;

    /// Times that an order may come back to the dispatcher before the street decides.
    static final int MOST_BOUNCES = 3;

    /// Open orders that one orderer may have (SRV-07).
    static final int MOST_OPEN = 5;

    /// From this rating downwards a return visit is due (SRV-08).
    static final int LOW = 2;

    /// Where an order goes that came back so many times: to the dispatcher, or to the street.
    static String home(int bounces) {
        return bounces < MOST_BOUNCES ? "SUBMITTED" : "ESCALATED";
    }
}
