package lianlin.territory.section;

import java.util.List;
import lianlin.identity.Actors;
import lianlin.identity.Neighbours;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Named;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The members of a community who can look after a section: those with an account that lets them claim one.
@Component
class SectionPeople {
    static final String CLAIM = "section.claim";
    private static final int SHOWN = 50;

    private final Neighbours neighbours;
    private final Actors actors;

    SectionPeople(Neighbours neighbours, Actors actors) {
        this.neighbours = neighbours;
        this.actors = actors;
    }

    List<Named> of(Area place, @Nullable String q) {
        return neighbours.at(place.community(), CLAIM, q, SHOWN);
    }

    /// The name of a member of the community.
    String nameOf(Area place, Id account) {
        return neighbours
                .find(place.community(), CLAIM, account)
                .orElseThrow(() -> Problem.invalid("account", "section.account"));
    }

    @Nullable
    Id personOf(@Nullable Id account) {
        var known = account == null ? null : actors.known(List.of(account)).get(account);
        return known == null ? null : known.person();
    }
}
