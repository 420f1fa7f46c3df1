package lianlin.exchange;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lianlin.exchange.ImportBatch.State;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.sheet.Sheet;
import lianlin.kernel.sheet.SheetReader;
import lianlin.kernel.sheet.SheetRow;
import lianlin.kernel.sheet.Uploaded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The work on one sheet: all rows are checked and staged, a thousand in a transaction together with the
/// progress, so that another node goes on after the last thousand; what was confirmed is written in one
/// transaction.
@Component
class ImportWork {
    private final ImportStore store;
    private final ImportProblems problems;
    private final Sheets sheets;
    private final Facts facts;
    private final TransactionTemplate transactions;

    ImportWork(
            ImportStore store, ImportProblems problems, Sheets sheets, Facts facts, TransactionTemplate transactions) {
        this.store = store;
        this.problems = problems;
        this.sheets = sheets;
        this.facts = facts;
        this.transactions = transactions;
    }

    /// The next step of a leased sheet, in the scope of the post that uploaded it.
    void go(ImportBatch batch) {
        Scoped.run(scope(batch), () -> {
            if (batch.state() == State.CHECKING) {
                check(batch);
            } else {
                apply(batch);
            }
        });
    }

    /// The rows may belong to several districts, the batch itself to that of the post.
    static Scope scope(ImportBatch batch) {
        var scope = batch.intake().scope();
        var own = batch.intake().jurisdiction();
        return new Scope(
                Math.min(scope.lo(), own),
                Math.max(scope.hi(), own),
                scope.reach(),
                scope.area(),
                scope.path(),
                scope.person());
    }

    private void check(ImportBatch batch) {
        var sheet = sheets.get(batch.kind());
        var reader = new SheetReader(Uploaded.open(store.content(batch)), sheet);
        var done = store.alreadyChecked(batch);
        var whole = readAhead(batch, sheet, reader, done);
        transactions.executeWithoutResult(status -> {
            // whoever cancelled it has emptied it, and what somebody else took over is his
            if (!whole || !store.hold(batch)) {
                return;
            }
            var found = sheet.finish(batch.intake());
            store.checked(batch, 0, problems.insert(batch, found, 100));
            moved(batch, store.move(batch, State.CHECKED, null, 0, false));
        });
    }

    /// While one thousand is checked, the next is read. False when the sheet is ours no more.
    private boolean readAhead(ImportBatch batch, Sheet sheet, SheetReader reader, int skip) {
        try (var behind = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new Future<?>[] {CompletableFuture.completedFuture(true)};
            var whole = reader.read(skip, rows -> {
                var wanted = finished(waiting[0]);
                waiting[0] = wanted
                        ? behind.submit(() -> Scoped.call(scope(batch), () -> take(batch, sheet, rows)))
                        : CompletableFuture.completedFuture(false);
                return wanted;
            });
            return finished(waiting[0]) && whole;
        }
    }

    private static boolean finished(Future<?> waiting) {
        try {
            return Boolean.TRUE.equals(waiting.get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped");
        }
    }

    private Boolean take(ImportBatch batch, Sheet sheet, List<SheetRow> rows) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            if (!store.hold(batch)) {
                return false;
            }
            sheet.take(batch.intake(), rows);
            var found = rows.stream().flatMap(row -> row.problems().stream()).toList();
            store.checked(batch, rows.size(), problems.insert(batch, found, 0));
            return true;
        }));
    }

    private void apply(ImportBatch batch) {
        var sheet = sheets.get(batch.kind());
        transactions.executeWithoutResult(status -> {
            if (!store.hold(batch)) {
                return;
            }
            var applied = sheet.apply(batch.intake());
            sheet.discard(batch.id());
            if (batch.bad() == 0) {
                store.forgetContent(batch);
            }
            moved(batch, store.move(batch, State.APPLIED, null, applied, batch.partial()));
        });
    }

    /// Ends a sheet that cannot go on; nothing of it was written.
    void reject(ImportBatch batch, String problem) {
        Scoped.run(
                scope(batch),
                () -> transactions.executeWithoutResult(status -> {
                    if (!store.hold(batch)) {
                        return;
                    }
                    sheets.get(batch.kind()).discard(batch.id());
                    moved(batch, store.move(batch, State.REJECTED, problem, 0, batch.partial()));
                }));
    }

    /// Personal data does not outlast the day: sheets that nobody confirmed are cancelled, files are deleted.
    void forget(ImportBatch batch) {
        Scoped.run(
                scope(batch),
                () -> transactions.executeWithoutResult(status -> {
                    if (!store.hold(batch)) {
                        return;
                    }
                    sheets.get(batch.kind()).discard(batch.id());
                    store.forgetContent(batch);
                    problems.forget(batch);
                    if (batch.state() == State.CHECKED) {
                        moved(batch, store.move(batch, State.CANCELLED, "import.expired", 0, batch.partial()));
                    }
                }));
    }

    private void moved(ImportBatch before, ImportBatch after) {
        var intake = before.intake();
        facts.publish(new ImportMoved(
                intake.header(intake.jurisdiction(), "import", before.id())
                        .states(before.state(), after.state())
                        .area(intake.scope().area()),
                before.kind(),
                after.rows(),
                after.bad(),
                after.applied()));
    }
}
