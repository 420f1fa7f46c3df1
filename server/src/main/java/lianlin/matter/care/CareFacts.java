package lianlin.matter.care;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// What happens to care pairs; the counters know them as `care-pair`. Nothing in them tells who the household is.
final class CareFacts {
    static final String SUBJECT = "care-pair";

    private CareFacts() {}

    /// The kind is `care-pair.<action>`. `requester` is the person whom it concerns: the household, or who goes there.
    record CarePairMoved(
            @JsonIgnore Header header,
            @JsonIgnore String kind,
            String action,
            @Nullable Id requester,
            String place,
            @Nullable String day)
            implements Fact {
        static CarePairMoved of(
                Header header, String action, @Nullable Id requester, String place, @Nullable LocalDate day) {
            return new CarePairMoved(
                    header, SUBJECT + "." + action, action, requester, place, day == null ? null : day.toString());
        }
    }

    static Fact.Header of(Fact.Header header, CarePair pair) {
        return header.area(pair.area()).path(null, pair.team());
    }
}
