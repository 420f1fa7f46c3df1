package lianlin.procedure;

import java.util.List;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.Lamps;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Listener;
import org.springframework.stereotype.Component;

/// When a district has set another share of time for the yellow lamp, those of its running cases turn by it (CLK-05):
/// lists and counts ask for the moment that each row keeps.
@Component
class LampsTurn implements Listener {
    private static final int AT_ONCE = 500;
    private static final Id FIRST = new Id(0);

    private final LampStore cases;
    private final Lamps lamps;

    LampsTurn(LampStore cases, Lamps lamps) {
        this.cases = cases;
        this.lamps = lamps;
    }

    @Override
    public String name() {
        return "procedure.lamps";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("setting-changed");
    }

    @Override
    public void hear(List<Happened> facts) {
        facts.stream()
                .filter(fact -> Lamps.YELLOW.equals(fact.text("name")))
                .map(Happened::jurisdiction)
                .distinct()
                .forEach(this::relight);
    }

    private void relight(int jurisdiction) {
        var yellow = lamps.yellowNow(jurisdiction);
        for (var some = cases.running(jurisdiction, FIRST, AT_ONCE);
                !some.isEmpty();
                some = cases.running(jurisdiction, some.getLast().id(), AT_ONCE)) {
            cases.relight(some, yellow);
        }
    }
}
