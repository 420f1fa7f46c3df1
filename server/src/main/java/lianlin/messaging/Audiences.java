package lianlin.messaging;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lianlin.identity.PostHolders;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.organization.Organizations;
import lianlin.people.MembersReached;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who belongs to an audience, some at a time: three statements at most for each piece, however many people.
@Component
class Audiences {
    /// Somebody whom a notice reaches, counted with his organization or his place; his name is masked.
    record Reached(Id account, String name, @Nullable Id organization, Area area, String unit) {}

    /// Some people, and where the next ones begin; nothing where there are no more.
    record Some(List<Reached> people, @Nullable Id next) {}

    /// A notice to more people than that is written in parts.
    static final int MOST = 20_000;

    private static final int COUNTED_TOGETHER = 2_000;
    static final Id BEGINNING = new Id(0);

    private final MembersReached members;
    private final PostHolders holders;
    private final Organizations organizations;

    Audiences(MembersReached members, PostHolders holders, Organizations organizations) {
        this.members = members;
        this.holders = holders;
        this.organizations = organizations;
    }

    Some some(Audience.Part part, Id after, int most) {
        return switch (part.kind()) {
            case MEMBERS -> members(part, after, most);
            case POSTS -> posts(part, false, after, most);
            case RESIDENTS -> posts(part, true, after, most);
        };
    }

    /// How many different people an audience has beside the one who writes, counted up to [#MOST].
    int count(Audience audience, Id writer) {
        var accounts = new HashSet<Id>();
        for (var part : audience.parts()) {
            for (@Nullable Id after = BEGINNING; after != null && accounts.size() <= MOST; ) {
                var some = some(part, after, COUNTED_TOGETHER);
                some.people().forEach(each -> accounts.add(each.account()));
                after = some.next();
            }
        }
        accounts.remove(writer);
        return accounts.size();
    }

    private Some members(Audience.Part part, Id after, int most) {
        var found = members.after(part.jurisdiction(), part.area(), part.path(), after, most);
        var accounts = holders.accounts(
                found.stream().map(MembersReached.Reached::person).toList());
        var names = organizations.names(found.stream()
                .filter(each -> accounts.containsKey(each.person()))
                .map(MembersReached.Reached::organization)
                .collect(Collectors.toSet()));
        var people = found.stream()
                .filter(each -> accounts.containsKey(each.person()))
                .map(each -> new Reached(
                        Objects.requireNonNull(accounts.get(each.person())),
                        each.name(),
                        each.organization(),
                        each.area(),
                        names.getOrDefault(each.organization(), "")))
                .toList();
        return new Some(people, found.size() < most ? null : found.getLast().person());
    }

    private Some posts(Audience.Part part, boolean own, Id after, int most) {
        var found = holders.after(part.jurisdiction(), part.area(), part.path(), own, after, most);
        var people = found.stream()
                .map(each -> new Reached(
                        each.account(), masked(each.name()), each.organization(), each.area(), each.place()))
                .toList();
        return new Some(people, found.size() < most ? null : found.getLast().post());
    }

    /// Accounts of institutions have names of their own kind, which nobody needs to hide.
    private static String masked(String name) {
        try {
            return new PersonName(name).masked();
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
