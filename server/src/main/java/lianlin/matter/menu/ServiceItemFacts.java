package lianlin.matter.menu;

import com.fasterxml.jackson.annotation.JsonIgnore;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// What happens to items of the menu; the counters know them as `service-item`.
final class ServiceItemFacts {
    static final String SUBJECT = "service-item";

    private ServiceItemFacts() {}

    /// Written, changed, or moved by a step: the kind is `service-item.<action>`.
    record ItemMoved(
            @JsonIgnore Header header,
            @JsonIgnore String kind,
            String action,
            @Nullable String note) implements Fact {
        static ItemMoved of(Header header, String action, @Nullable String note) {
            return new ItemMoved(header, SUBJECT + "." + action, action, note);
        }
    }
}
