package lianlin.exchange;

import lianlin.exchange.ImportBatch.State;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.sheet.Heading;
import lianlin.kernel.sheet.Uploaded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people do with sheets: upload, confirm, cancel (EXC-03). The work between is the worker's.
@Service
class ImportDesk {
    private static final int MOST_UNFINISHED = 10;

    private final ImportStore store;
    private final Sheets sheets;
    private final Facts facts;

    ImportDesk(ImportStore store, Sheets sheets, Facts facts) {
        this.store = store;
        this.sheets = sheets;
        this.facts = facts;
    }

    /// Takes a file in. What is no table, or lacks a required column, is refused at once.
    @Transactional
    ImportBatch receive(Acting acting, String kind, String name, byte[] content) {
        var sheet = sheets.get(acting, kind);
        if (store.unfinished(acting) >= MOST_UNFINISHED) {
            throw Problem.refused("import.many", MOST_UNFINISHED);
        }
        var file = Uploaded.open(content);
        var heading = Heading.find(file, sheet);
        var id = Id.next();
        store.insert(acting, id, kind, name, Math.max(0, file.rows() - heading.last()), content);
        var batch = store.get(acting, id);
        facts.publish(new ImportMoved(
                acting.header(acting.jurisdiction(), "import", id)
                        .states(null, State.RECEIVED)
                        .area(acting.area())
                        .because(sheet.title()),
                kind,
                batch.rows(),
                0,
                0));
        return batch;
    }

    /// Confirmed or cancelled by the one who uploaded it, under the same post. `goodOnly` writes the rows
    /// that are good and leaves the others; either way everything that is written is written at once.
    @Transactional
    ImportBatch move(Acting acting, Id id, int version, State next, boolean goodOnly) {
        var batch = store.lock(acting, id, version);
        batch.requireMove(next, goodOnly);
        var sheet = sheets.get(acting, batch.kind());
        var post = acting.post();
        if (post == null || !post.id().equals(batch.intake().post())) {
            throw Problem.refused("import.post");
        }
        if (next == State.CANCELLED) {
            sheet.discard(id);
            store.forgetContent(batch);
        }
        var moved = store.move(batch, next, null, 0, goodOnly);
        facts.publish(new ImportMoved(
                acting.header(acting.jurisdiction(), "import", id)
                        .states(batch.state(), next)
                        .area(acting.area()),
                batch.kind(),
                moved.rows(),
                moved.bad(),
                0));
        return moved;
    }
}
