package lianlin.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import lianlin.kernel.Scope;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// The empty sheet that people fill in: title, headings (the required ones marked), text format so that no number
/// loses its digits, drop-downs, a page of instructions and the lists behind the drop-downs.
public final class Template {
    private static final int PREPARED = 2_000;
    private static final int HEADING = 2;
    private static final String RED = "A8071A";
    private static final List<String> HEADS = List.of("栏目", "必填", "填法");

    private Template() {}

    public static void write(OutputStream out, Sheet definition, Scope scope) throws IOException {
        var workbook = new Workbook(out, "Lianlin", "1.0");
        workbook.setGlobalDefaultFont("宋体", 11);
        var columns = definition.columns();
        var filled = workbook.newWorksheet(definition.title());
        var lists = workbook.newWorksheet("代码表");
        form(filled, definition, columns);
        offer(filled, lists, definition, columns, scope);
        instructions(workbook.newWorksheet("填表说明"), definition, columns);
        workbook.finish();
    }

    private static void form(Worksheet sheet, Sheet definition, List<Column> columns) {
        Cells.title(sheet, definition.title(), columns.size());
        sheet.inlineString(1, 0, "带 * 的必填；从第 4 行起填写，一人（一条）一行；不要改动表头。填法见“填表说明”。");
        sheet.range(1, 0, 1, columns.size() - 1)
                .style()
                .merge()
                .fontSize(10)
                .fontColor("6B6256")
                .set();
        sheet.rowHeight(HEADING, 24);
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            sheet.width(i, column.width());
            sheet.inlineString(HEADING, i, column.required() ? column.title() + " *" : column.title());
            sheet.style(HEADING, i)
                    .bold()
                    .fontColor(column.required() ? RED : Cells.INK)
                    .fillColor(Cells.PAPER)
                    .horizontalAlignment("center")
                    .verticalAlignment("center")
                    .borderStyle("thin")
                    .set();
        }
        sheet.range(HEADING + 1, 0, HEADING + PREPARED, columns.size() - 1)
                .style()
                .format("@")
                .borderStyle("thin")
                .borderColor("D9D2C5")
                .set();
        sheet.freezePane(1, HEADING + 1);
        sheet.repeatRows(HEADING);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private static void offer(Worksheet sheet, Worksheet lists, Sheet definition, List<Column> columns, Scope scope) {
        var at = 0;
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var choices = definition.choices(scope, column);
            if (choices.isEmpty()) {
                continue;
            }
            lists.width(at, column.width());
            lists.inlineString(0, at, column.title());
            lists.style(0, at).bold().fillColor(Cells.PAPER).set();
            for (var row = 0; row < choices.size(); row++) {
                lists.inlineString(row + 1, at, choices.get(row));
            }
            sheet.range(HEADING + 1, i, HEADING + PREPARED, i)
                    .validateWithList(lists.range(1, at, choices.size(), at))
                    .showErrorMessage(false);
            at++;
        }
    }

    private static void instructions(Worksheet sheet, Sheet definition, List<Column> columns) {
        sheet.width(0, 18);
        sheet.width(1, 8);
        sheet.width(2, 90);
        Cells.title(sheet, definition.title() + "填表说明", 3);
        var row = 1;
        for (var i = 0; i < HEADS.size(); i++) {
            sheet.inlineString(row, i, HEADS.get(i));
        }
        sheet.range(row, 0, row, 2)
                .style()
                .bold()
                .fillColor(Cells.PAPER)
                .borderStyle("thin")
                .set();
        for (var column : columns) {
            row++;
            sheet.inlineString(row, 0, column.title());
            sheet.inlineString(row, 1, column.required() ? "是" : "");
            sheet.inlineString(row, 2, column.note());
            sheet.range(row, 0, row, 2)
                    .style()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .borderStyle("thin")
                    .set();
        }
        row++;
        for (var note : definition.notes()) {
            row++;
            sheet.inlineString(row, 0, note);
            sheet.range(row, 0, row, 2).style().merge().wrapText(true).set();
        }
    }
}
