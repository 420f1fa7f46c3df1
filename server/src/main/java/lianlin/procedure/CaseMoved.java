package lianlin.procedure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// An action was done on a case. The kind is `<procedure>.<action>`; `note` is what the one who acted wrote
/// for all who may see the case; `number` and `requester` say whose case it is, without title and name.
public record CaseMoved(
        @JsonIgnore Header header,
        @JsonIgnore String kind,
        String action,
        @Nullable String note,
        String number,
        @Nullable Id requester,
        @Nullable String holder,
        Map<String, Object> said)
        implements Fact {}
