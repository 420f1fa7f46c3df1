package lianlin.kernel.sheet;

import java.time.LocalDate;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// On whose behalf a sheet is read: the batch, the scope of the post that uploaded it, the day.
public record Intake(
        Id batch,
        int jurisdiction,
        Scope scope,
        Id account,
        @Nullable Id post,
        @Nullable String address,
        @Nullable String request,
        LocalDate today) {

    /// The head of a fact that the import causes.
    public Fact.Header header(int owner, String subject, Id id) {
        return Fact.Header.of(owner, subject, id).by(account, post, address, request);
    }
}
