package lianlin.territory;

import java.util.List;

/// What people call a division: 培德社区居委会 is 培德社区, 祖庙街道办事处 is 祖庙街道.
final class ShortNames {
    private static final List<String> COMMITTEES = List.of("居民委员会", "村民委员会", "村居委会", "居委会", "村委会", "委员会", "居委", "村委");

    private ShortNames() {}

    static String of(String name, DivisionLevel level) {
        return switch (level) {
            case PROVINCE, PREFECTURE, DISTRICT -> name;
            case STREET -> without(name, "办事处");
            case COMMUNITY -> community(name);
        };
    }

    private static String community(String name) {
        for (var committee : COMMITTEES) {
            if (name.endsWith(committee) && name.length() > committee.length()) {
                var rest = without(name, committee);
                var said = rest.endsWith("社区") || rest.endsWith("村") || rest.endsWith("村社");
                return said ? rest : rest + (committee.startsWith("村") ? "村" : "社区");
            }
        }
        return name;
    }

    private static String without(String name, String ending) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
    }
}
