package lianlin.territory.duty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.identity.Actors;
import lianlin.identity.Recipients;
import lianlin.identity.Recipients.Meant;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Named;
import lianlin.kernel.Problem;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who can be on duty in a community: those with a post there, or in one of its grids, that lets them.
@Component
class DutyPeople {
    static final String STAND = "duty.stand";

    private final Recipients recipients;
    private final Actors actors;
    private final Areas areas;

    DutyPeople(Recipients recipients, Actors actors, Areas areas) {
        this.recipients = recipients;
        this.actors = actors;
        this.areas = areas;
    }

    List<Named> of(Area place) {
        var community = place.depth() < 5 ? place : place.community();
        var meant = new ArrayList<Meant>();
        for (var each : areas.within(community)) {
            meant.add(Meant.in(community.county(), each, STAND));
        }
        var accounts = recipients.accounts(meant).stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        var names = actors.accountNames(accounts);
        return accounts.stream()
                .filter(names::containsKey)
                .map(account -> new Named(account, names.getOrDefault(account, "")))
                .toList();
    }

    /// The name of each, or the problem of one who cannot.
    Map<Id, String> mustStand(Area place, List<Id> accounts) {
        var known = new HashMap<Id, String>();
        if (!accounts.isEmpty()) {
            of(place).forEach(one -> known.put(one.id(), one.name()));
        }
        if (!known.keySet().containsAll(accounts)) {
            throw Problem.invalid("account", "duty.account");
        }
        return known;
    }

    @Nullable
    Id personOf(Id account) {
        var known = actors.known(List.of(account)).get(account);
        return known == null ? null : known.person();
    }
}
