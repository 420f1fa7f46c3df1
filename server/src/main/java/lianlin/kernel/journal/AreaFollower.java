package lianlin.kernel.journal;

import java.util.List;
import lianlin.kernel.Area;

/// Rows that stand at places. When a place ends or is divided, they go to another one in the transaction of that change
/// (TER-12): a module says what stands, [AreaFollowers] brings it along.
public interface AreaFollower {
    /// From a place to another; `formerName` is what the old one was called, `name` the new one. A `whole` place ends,
    /// of another one only a part goes away.
    record Move(int jurisdiction, Area from, Area to, String formerName, String name, boolean whole) {}

    List<Standing> standings();

    /// Whether these stay where they are as long as the place is there.
    default boolean onlyWhole() {
        return false;
    }

    /// What may stand once in a place makes room in the new one.
    default void makeRoom(Move move) {}

    /// Everything of the old place stands at the new one now.
    default void arrived(Move move) {}

    /// A place has another name from now on.
    default void renamed(Area area, String name) {}
}
