package lianlin.identity;

import java.time.Clock;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens the account of a resident together with the post that lets him see his own matters.
@Service
class ResidentDesk {
    private final AccountStore accounts;
    private final PostStore posts;
    private final OneTimeCodes codes;
    private final Places places;
    private final KnownPersons persons;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ResidentDesk(
            AccountStore accounts,
            PostStore posts,
            OneTimeCodes codes,
            Places places,
            KnownPersons persons,
            Facts facts,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.posts = posts;
        this.codes = codes;
        this.places = places;
        this.persons = persons;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The account of the newcomer; refused where the phone has one already.
    AccountStore.Secret join(PhoneNumber phone, String code, String name, Area area) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var index = accounts.phoneIndex(phone);
            if (accounts.findByPhone(index).isPresent()) {
                throw Problem.refused("account.phone");
            }
            var place = places.area(Scope.INSTALLATION, area);
            codes.redeem(index, code);
            var id = Id.next();
            transactions.executeWithoutResult(status -> open(id, phone, name, area, place));
            return accounts.secret(id);
        });
    }

    private void open(Id id, PhoneNumber phone, String name, Area area, Places.Place place) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var person = persons.find(place.jurisdiction(), phone, name).orElseGet(Id::next);
        accounts.insert(id, place.jurisdiction(), person, name, null, phone, null, Account.State.ACTIVE, now);
        posts.insert(new Post(
                Id.next(),
                place.jurisdiction(),
                id,
                "RESIDENT",
                Scope.Reach.OWN,
                area,
                null,
                null,
                place.name(),
                today,
                null));
        facts.publish(new ResidentJoined(Fact.Header.of(place.jurisdiction(), "account", id)
                .by(id, null, null, null)
                .states(null, Account.State.ACTIVE)
                .area(area)));
    }

    record ResidentJoined(Fact.Header header) implements Fact {}
}
