package lianlin.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import lianlin.kernel.journal.SealVerification;
import lianlin.kernel.journal.Seals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The journal as the auditor reads it, its seals, and whether they hold (IDN-15).
@RestController
@RequestMapping("/api/journal")
class JournalController {
    /// One row: who did what to which thing, when, under which post, from where.
    record Line(
            Id id,
            Instant at,
            @Nullable Named actor,
            @Nullable String post,
            Labelled kind,
            Labelled subject,
            Id subjectId,
            @Nullable String from,
            @Nullable String to,
            @Nullable Area area,
            @Nullable String placeName,
            @Nullable Id organization,
            @Nullable String reason,
            @Nullable String request,
            @Nullable String address) {}

    /// A row with all that was written down, and the proof that it is sealed, once it is.
    record Detail(Line line, JsonNode payload, Seals.@Nullable Proof proof) {}

    /// What a verification found; `ms` is how long it took.
    record Verdict(long rows, long seals, boolean ok, List<Finding> findings, long ms) {}

    record Finding(long seal, @Nullable Id row, Labelled kind) {}

    private final Journal journal;
    private final Seals seals;
    private final JournalDesk desk;
    private final Actors actors;
    private final Places places;
    private final Words words;

    JournalController(Journal journal, Seals seals, JournalDesk desk, Actors actors, Places places, Words words) {
        this.journal = journal;
        this.seals = seals;
        this.desk = desk;
        this.actors = actors;
        this.places = places;
        this.words = words;
    }

    @GetMapping
    @May("journal.read")
    Page<Line> list(Acting acting, Journal.Filter filter, Paging paging) {
        var page = journal.audit(acting.scope(), filter, paging);
        return new Page<>(lines(page.items()), page.next(), null);
    }

    @GetMapping("/{id}")
    @May("journal.read")
    Detail get(Acting acting, @PathVariable Id id) {
        var row = journal.get(acting.scope(), id);
        return new Detail(
                lines(List.of(row)).getFirst(),
                row.payload(),
                seals.proof(acting.scope(), id).orElse(null));
    }

    /// What can happen, each with its word.
    @GetMapping("/kinds")
    @May("journal.read")
    Page<Labelled> kinds() {
        return Page.whole(words.all("journal"));
    }

    /// The seals, newest first; they are of the whole installation and show no row.
    @GetMapping("/seals")
    @May("journal.read")
    Page<Seals.Line> seals(Paging paging) {
        return seals.list(paging);
    }

    /// Computes all seals anew.
    @PostMapping("/verification")
    @May("journal.verify")
    Verdict verify(Acting acting) {
        var begin = System.nanoTime();
        var verdict = desk.verify(acting);
        return new Verdict(
                verdict.rows(),
                verdict.seals(),
                verdict.ok(),
                verdict.findings().stream().map(this::finding).toList(),
                (System.nanoTime() - begin) / 1_000_000);
    }

    private Finding finding(SealVerification.Finding finding) {
        return new Finding(finding.seal(), finding.row(), Objects.requireNonNull(words.label(finding.kind())));
    }

    private List<Line> lines(List<Happened> rows) {
        var names = actors.accountNames(Happened.actors(rows));
        var posts = actors.postLabels(Happened.posts(rows));
        var areas = places.names(
                rows.stream().map(Happened::area).filter(Objects::nonNull).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Line(
                        row.id(),
                        row.at(),
                        row.actor() == null ? null : new Named(row.actor(), names.getOrDefault(row.actor(), "")),
                        row.post() == null ? null : posts.get(row.post()),
                        words.of("journal", row.kind()),
                        words.of("subject", row.subject()),
                        row.subjectId(),
                        row.from(),
                        row.to(),
                        row.area(),
                        row.area() == null ? null : areas.get(row.area()),
                        row.organization(),
                        row.reason(),
                        row.request(),
                        row.address()))
                .toList();
    }
}
