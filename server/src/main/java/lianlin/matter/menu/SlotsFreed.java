package lianlin.matter.menu;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Listener;
import org.springframework.stereotype.Component;

/// Gives the place of an order back when it is cancelled or not accepted (SRV-03).
@Component
class SlotsFreed implements Listener {
    private final SlotStore slots;

    SlotsFreed(SlotStore slots) {
        this.slots = slots;
    }

    @Override
    public String name() {
        return "slots-freed";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("service-order.cancel", "service-order.reject", "service-order.dismiss");
    }

    @Override
    public void hear(List<Happened> facts) {
        facts.stream()
                .collect(Collectors.groupingBy(
                        Happened::jurisdiction, Collectors.mapping(Happened::subjectId, Collectors.toList())))
                .forEach(slots::free);
    }
}
