package lianlin.people;

import lianlin.kernel.Area;
import lianlin.kernel.Id;

/// An organization as far as membership needs it. `takesMembers`: a formal relation may be there (MEM-05);
/// `group`: it is a group inside a branch.
record Branch(Id id, int jurisdiction, String name, String path, Area area, boolean takesMembers, boolean group) {
    /// Whether the group lies directly or indirectly inside the branch.
    boolean holds(Branch other) {
        return other.group() && other.path().startsWith(path) && other.jurisdiction() == jurisdiction;
    }
}
