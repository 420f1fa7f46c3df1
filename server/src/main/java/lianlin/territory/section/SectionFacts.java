package lianlin.territory.section;

import com.fasterxml.jackson.annotation.JsonIgnore;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// What happens to responsibility sections; the counters know them as `section`.
final class SectionFacts {
    static final String SUBJECT = "section";

    private SectionFacts() {}

    /// The kind is `section.<action>`. `requester` is the person who is told, `who` acts or is meant.
    record SectionMoved(
            @JsonIgnore Header header,
            @JsonIgnore String kind,
            String action,
            @Nullable Id requester,
            String who,
            String section)
            implements Fact {
        static SectionMoved of(Header header, String action, @Nullable Id requester, String who, DutySection section) {
            return new SectionMoved(
                    header,
                    SUBJECT + "." + action,
                    action,
                    requester,
                    who,
                    section.content().name());
        }
    }
}
