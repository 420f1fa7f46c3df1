package lianlin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who looked at personal data in the clear, which field and why. Written before the data leaves, shown to
/// the person concerned (IDN-13).
@Service
public class Looks {
    private static final String KIND = "personal-data-revealed";
    private static final int MOST = 200;

    /// One look: when, who, under which post, at what, for which reason.
    public record Look(
            Id id,
            Instant at,
            @Nullable String who,
            @Nullable String post,
            Labelled field,
            @Nullable String reason) {}

    record PersonalDataRevealed(Fact.Header header, String field) implements Fact {}

    private final Facts facts;
    private final Journal journal;
    private final Actors actors;
    private final Words words;

    Looks(Facts facts, Journal journal, Actors actors, Words words) {
        this.facts = facts;
        this.journal = journal;
        this.actors = actors;
        this.words = words;
    }

    /// Writes down that somebody is about to see a field of a person.
    @Transactional(propagation = Propagation.REQUIRED)
    public void record(Acting acting, int jurisdiction, Id person, String field, String reason) {
        facts.publish(new PersonalDataRevealed(
                acting.header(jurisdiction, "person", person).because(reason), field));
    }

    List<Look> of(Id person) {
        var rows = journal.everywhere(person, List.of(KIND), MOST);
        var names = actors.accountNames(rows.stream()
                .map(row -> row.actor())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var posts = actors.postLabels(rows.stream()
                .map(row -> row.post())
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new Look(
                        row.id(),
                        row.at(),
                        row.actor() == null ? null : names.get(row.actor()),
                        row.post() == null ? null : posts.get(row.post()),
                        words.of("personal-field", Objects.requireNonNullElse(row.text("field"), "")),
                        row.reason()))
                .toList();
    }
}
