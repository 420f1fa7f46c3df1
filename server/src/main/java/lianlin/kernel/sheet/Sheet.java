package lianlin.kernel.sheet;

import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;

/// One kind of sheet that may be imported (EXC-03): its columns, how its rows are checked and staged, how what was
/// staged becomes real. The module that owns the data defines it; whoever runs imports knows none by name.
public interface Sheet {
    /// The name in addresses: `members`.
    String name();

    /// What stands at the top of the template: 党员花名册.
    String title();

    /// The permission that a post needs for it.
    String permission();

    List<Column> columns();

    /// Sentences for the page of instructions.
    List<String> notes();

    /// What the drop-down of a column offers inside a scope.
    default List<String> choices(Scope scope, Column column) {
        return column.choices();
    }

    /// Checks rows by themselves and against the database, marks what is wrong, and stages those that are good;
    /// personal data is sealed before it is written. One transaction with the progress of the batch.
    void take(Intake intake, List<SheetRow> rows);

    /// Looks at all staged rows together (the same thing twice, rows that point to each other); takes the bad
    /// ones out and says why.
    List<RowProblem> finish(Intake intake);

    /// Writes everything that is staged, with its facts, in one transaction; how many things came into being.
    int apply(Intake intake);

    /// Removes what is staged.
    void discard(Id batch);
}
