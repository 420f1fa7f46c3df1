package lianlin.territory.building;

import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to buildings for modules above that bring many along.
@Component
public class Buildings {
    public record Registration(
            Area grid, String name, int households, int units, int floors, String steward, double lng, double lat) {}

    private final BuildingStore store;

    Buildings(BuildingStore store) {
        this.store = store;
    }

    /// Writes down many buildings. The books of a county begin with them: nobody listens for each.
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(List<Registration> registrations, LocalDate since) {
        store.insert(registrations.stream()
                .map(one -> store.row(
                        Id.next(),
                        one.grid(),
                        new BuildingStore.Content(
                                one.name(),
                                one.households(),
                                one.units(),
                                one.floors(),
                                one.steward(),
                                one.lng(),
                                one.lat()),
                        since))
                .toList());
    }
}
