package lianlin.kernel.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Brings along whatever stands at a place that ends (TER-12), of every module, in the transaction of the change. Each
/// thing tells the journal from where to where it went, so that the counters neither lose nor double anything and keep
/// what was counted at the old place until then.
@Component
public class AreaFollowers {
    /// How many things of a kind stand somewhere, and how many of them still matter.
    public record Amount(String kind, long open, long all) {}

    /// A thing went to another place because its place did; `note` says how.
    record MovedWithArea(Fact.Header header, String note) implements Fact {}

    private final List<AreaFollower> followers;
    private final DSLContext db;
    private final Facts facts;

    AreaFollowers(List<AreaFollower> followers, DSLContext db, Facts facts) {
        this.followers = followers;
        this.db = db;
        this.facts = facts;
    }

    /// What would go along; kinds of which nothing stands there are left out.
    public List<Amount> standing(int jurisdiction, Collection<Area> areas, boolean whole) {
        var amounts = new ArrayList<Amount>();
        for (var follower : some(whole)) {
            for (var standing : follower.standings()) {
                var kind = standing.kind();
                if (kind != null) {
                    var row = db.select(DSL.count(), DSL.count().filterWhere(standing.open()))
                            .from(table(standing))
                            .where(
                                    standing.jurisdiction().eq(jurisdiction),
                                    standing.area().in(areas))
                            .fetchSingle();
                    if (row.value1() > 0) {
                        amounts.add(new Amount(kind, row.value2(), row.value1()));
                    }
                }
            }
        }
        return amounts;
    }

    /// `signed` puts the name of who does it under a fact.
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(List<AreaFollower.Move> moves, String note, UnaryOperator<Fact.Header> signed) {
        for (var move : moves) {
            for (var follower : some(move.whole())) {
                follower.makeRoom(move);
                for (var standing : follower.standings()) {
                    move(standing, move, note, signed);
                }
                follower.arrived(move);
            }
        }
    }

    /// The name is copied nowhere that does not hear of it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void renamed(Area area, String name) {
        followers.forEach(follower -> follower.renamed(area, name));
    }

    private List<AreaFollower> some(boolean whole) {
        return followers.stream()
                .filter(follower -> whole || !follower.onlyWhole())
                .toList();
    }

    private void move(Standing standing, AreaFollower.Move move, String note, UnaryOperator<Fact.Header> signed) {
        var version = standing.version();
        var placed = db.update(table(standing)).set(standing.area(), move.to());
        var update = version == null ? placed : placed.set(version, version.plus(1));
        var some = update.where(
                standing.jurisdiction().eq(move.jurisdiction()),
                standing.area().eq(move.from()),
                standing.openOnly() ? standing.open() : DSL.noCondition());
        var told = standing.told();
        if (told == null) {
            some.execute();
            return;
        }
        facts.publish(some.returningResult(told.id(), told.subject(), told.state(), told.path(), told.organization())
                .fetch(row -> new MovedWithArea(
                        signed.apply(Fact.Header.of(move.jurisdiction(), row.value2(), row.value1())
                                .states(row.value3(), row.value3())
                                .area(move.from(), move.to())
                                .path(row.value4(), row.value5())),
                        note)));
    }

    private static Table<?> table(Standing standing) {
        var table = standing.area().getTable();
        if (table == null) {
            throw new IllegalStateException(standing.area() + " belongs to no table");
        }
        return table;
    }
}
