package lianlin.exchange;

import static lianlin.exchange.sql.Tables.IMPORT_PROBLEM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.sheet.Column;
import lianlin.kernel.sheet.RowProblem;
import lianlin.kernel.sheet.Sheet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// What is wrong with which cell of an uploaded sheet, and the sentences for it.
@Repository
class ImportProblems {
    /// One wrong cell, as people read it.
    record Line(int row, String column, @Nullable String value, String code, String message, List<String> near) {}

    private final DSLContext db;
    private final Sentences sentences;

    ImportProblems(DSLContext db, Sentences sentences) {
        this.db = db;
        this.sentences = sentences;
    }

    /// Writes them down; how many rows became bad by them. Problems of one row go on counting where it had some.
    int insert(ImportBatch batch, List<RowProblem> problems, int from) {
        var numbers = new HashMap<Integer, Integer>();
        var queries = new ArrayList<org.jooq.Query>();
        var bad = new HashSet<Integer>();
        for (var problem : problems) {
            bad.add(problem.row());
            queries.add(db.insertInto(IMPORT_PROBLEM)
                    .set(IMPORT_PROBLEM.JURISDICTION, batch.intake().jurisdiction())
                    .set(IMPORT_PROBLEM.IMPORT, batch.id())
                    .set(IMPORT_PROBLEM.ROW, problem.row())
                    .set(IMPORT_PROBLEM.NUMBER, from + numbers.merge(problem.row(), 1, Integer::sum))
                    .set(IMPORT_PROBLEM.HEADING, problem.column())
                    .set(IMPORT_PROBLEM.VALUE, problem.value())
                    .set(IMPORT_PROBLEM.CODE, problem.code())
                    .set(IMPORT_PROBLEM.FILLINGS, problem.values().toArray(String[]::new))
                    .set(IMPORT_PROBLEM.NEAR, problem.near().toArray(String[]::new)));
        }
        for (var at = 0; at < queries.size(); at += 500) {
            db.batch(queries.subList(at, Math.min(queries.size(), at + 500))).execute();
        }
        return bad.size();
    }

    Page<Line> list(ImportBatch batch, Sheet sheet, Paging paging) {
        var titles = titles(sheet);
        var query = db.select(
                        IMPORT_PROBLEM.ROW,
                        IMPORT_PROBLEM.NUMBER,
                        IMPORT_PROBLEM.HEADING,
                        IMPORT_PROBLEM.VALUE,
                        IMPORT_PROBLEM.CODE,
                        IMPORT_PROBLEM.FILLINGS,
                        IMPORT_PROBLEM.NEAR)
                .from(IMPORT_PROBLEM)
                .where(IMPORT_PROBLEM.JURISDICTION.eq(batch.intake().jurisdiction()))
                .and(IMPORT_PROBLEM.IMPORT.eq(batch.id()));
        return paging.fetch(query, row -> line(row, titles), IMPORT_PROBLEM.ROW, IMPORT_PROBLEM.NUMBER);
    }

    /// One sentence for each bad row, for the sheet that goes back.
    Map<Integer, String> remarks(ImportBatch batch, Sheet sheet) {
        var titles = titles(sheet);
        var remarks = new HashMap<Integer, String>();
        db.select(
                        IMPORT_PROBLEM.ROW,
                        IMPORT_PROBLEM.NUMBER,
                        IMPORT_PROBLEM.HEADING,
                        IMPORT_PROBLEM.VALUE,
                        IMPORT_PROBLEM.CODE,
                        IMPORT_PROBLEM.FILLINGS,
                        IMPORT_PROBLEM.NEAR)
                .from(IMPORT_PROBLEM)
                .where(IMPORT_PROBLEM.JURISDICTION.eq(batch.intake().jurisdiction()))
                .and(IMPORT_PROBLEM.IMPORT.eq(batch.id()))
                .orderBy(IMPORT_PROBLEM.ROW, IMPORT_PROBLEM.NUMBER)
                .forEach(row -> {
                    var line = line(row, titles);
                    remarks.merge(line.row(), line.column() + "：" + line.message(), (a, b) -> a + "；" + b);
                });
        return remarks;
    }

    void forget(ImportBatch batch) {
        db.deleteFrom(IMPORT_PROBLEM)
                .where(IMPORT_PROBLEM.JURISDICTION.eq(batch.intake().jurisdiction()))
                .and(IMPORT_PROBLEM.IMPORT.eq(batch.id()))
                .execute();
    }

    private Line line(Record row, Map<String, String> titles) {
        var heading = row.get(IMPORT_PROBLEM.HEADING);
        var code = row.get(IMPORT_PROBLEM.CODE);
        var values = Arrays.<Object>asList((Object[]) row.get(IMPORT_PROBLEM.FILLINGS));
        var found = sentences.find("row." + code, values);
        if (found == null) {
            found = sentences.find(code, values);
        }
        return new Line(
                row.get(IMPORT_PROBLEM.ROW),
                titles.getOrDefault(heading, heading),
                row.get(IMPORT_PROBLEM.VALUE),
                code,
                found == null ? sentences.of("sheet.value") : found,
                List.of(row.get(IMPORT_PROBLEM.NEAR)));
    }

    private static Map<String, String> titles(Sheet sheet) {
        return sheet.columns().stream().collect(Collectors.toMap(Column::name, Column::title));
    }
}
