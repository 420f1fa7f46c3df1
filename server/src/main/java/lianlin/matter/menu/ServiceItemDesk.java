package lianlin.matter.menu;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.matter.menu.ServiceItemFacts.ItemMoved;
import lianlin.organization.OrganizationKind;
import lianlin.organization.OrganizationRef;
import lianlin.organization.Organizations;
import lianlin.territory.Areas;
import lianlin.territory.ServicePlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes items of the menu and leads them through review, publication and suspension (SRV-02).
@Service
class ServiceItemDesk implements Setting.Reader {
    /// The most that a social organization may ask for a service, in cents (SRV-02, SET).
    private static final Setting FEE_CAP = new Setting(
            "service-item.fee-cap",
            "SRV-02",
            Setting.Group.MATTERS,
            Setting.Level.DISTRICT,
            new Setting.Amount(0, 100_000, "CENTS"),
            "5000");

    private static final int DISTRICT = 3;
    private static final int COMMUNITY = 5;

    private final ServiceItemStore items;
    private final Organizations organizations;
    private final ServicePlaces places;
    private final Areas areas;
    private final Settings settings;
    private final ServiceMenu menu;
    private final Facts facts;
    private final Clock clock;

    ServiceItemDesk(
            ServiceItemStore items,
            Organizations organizations,
            ServicePlaces places,
            Areas areas,
            Settings settings,
            ServiceMenu menu,
            Facts facts,
            Clock clock) {
        this.items = items;
        this.organizations = organizations;
        this.places = places;
        this.areas = areas;
        this.settings = settings;
        this.menu = menu;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    ServiceItem add(Acting acting, ServiceContent content) {
        var provider = judged(acting, content);
        var item = new ServiceItem(
                content.area().county(),
                Id.next(),
                provider.path(),
                content,
                ServiceItem.State.DRAFT,
                acting.account(),
                acting.account(),
                clock.instant(),
                null,
                1);
        items.insert(item);
        facts.publish(ItemMoved.of(
                acting.header(item.jurisdiction(), ServiceItemFacts.SUBJECT, item.id())
                        .states(null, item.state())
                        .area(content.area())
                        .path(provider.path(), provider.id()),
                "add",
                null));
        return item;
    }

    @Transactional
    ServiceItem change(Acting acting, Id id, int version, ServiceContent content) {
        var seen = items.get(acting.scope(), id);
        var provider = judged(acting, content);
        if (content.area().county() != seen.jurisdiction()) {
            throw Problem.absent("area", content.area());
        }
        var before = items.lock(acting.scope(), id, version);
        var item = before.changed(content, provider.path(), acting.account(), clock.instant());
        items.update(item);
        facts.publish(ItemMoved.of(
                acting.header(item.jurisdiction(), ServiceItemFacts.SUBJECT, id)
                        .states(before.state(), item.state())
                        .area(before.content().area(), content.area())
                        .path(before.path(), provider.path(), provider.id()),
                "change",
                null));
        return item;
    }

    /// A step of its life; the post must carry the permission of the step.
    @Transactional
    ServiceItem move(Acting acting, Id id, int version, ServiceItem.Step step, @Nullable String note) {
        var seen = items.get(acting.scope(), id);
        if (!acting.may(step.permission)) {
            throw Problem.denied("item.step");
        }
        if (step.says && (note == null || note.isBlank())) {
            throw Problem.invalid("note", "item.note");
        }
        var provider = organizations.hold(
                Scope.jurisdiction(seen.jurisdiction()), seen.content().provider());
        var before = items.lock(acting.scope(), id, version);
        var item = before.moved(step, acting.account());
        items.move(item);
        facts.publish(ItemMoved.of(
                header(acting, item, provider).states(before.state(), item.state()),
                step.name().toLowerCase(Locale.ROOT),
                note == null || note.isBlank() ? null : note.strip()));
        menu.forget();
        return item;
    }

    private static Fact.Header header(Acting acting, ServiceItem item, OrganizationRef provider) {
        return acting.header(item.jurisdiction(), ServiceItemFacts.SUBJECT, item.id())
                .area(item.content().area())
                .path(provider.path(), provider.id());
    }

    /// The provider, held where it stands, when the content may be so: an area of the caller, from the district down
    /// to a community; places of the caller; a fee that only social organizations ask, up to the cap.
    private OrganizationRef judged(Acting acting, ServiceContent content) {
        areas.mustCover(acting.scope(), content.area());
        var depth = content.area().depth();
        if (depth < DISTRICT || depth > COMMUNITY) {
            throw Problem.invalid("area", "item.area");
        }
        var provider = organizations.hold(acting.scope(), content.provider());
        if (provider.jurisdiction() != content.area().county()) {
            throw Problem.absent("organization", content.provider());
        }
        var known = places.find(acting.scope(), content.stations());
        content.stations().stream()
                .filter(station -> !known.containsKey(station))
                .findFirst()
                .ifPresent(station -> {
                    throw Problem.absent("place", station);
                });
        judgePrice(content, provider);
        judgeOpenings(content);
        return provider;
    }

    private void judgePrice(ServiceContent content, OrganizationRef provider) {
        if (content.priceCents() == 0) {
            return;
        }
        if (provider.kind() != OrganizationKind.SOCIAL_ORGANIZATION) {
            throw Problem.invalid("priceCents", "item.free");
        }
        var cap = cap(provider.jurisdiction());
        if (content.priceCents() > cap) {
            throw Problem.invalid("priceCents", "item.cap", cap / 100);
        }
        if (!content.priority().isEmpty()) {
            throw Problem.invalid("priority", "item.priority");
        }
    }

    /// A service by appointment says when it is given, and no other does (SRV-03).
    private static void judgeOpenings(ServiceContent content) {
        var appointed = content.kind() == ServiceKind.APPOINTMENT;
        if (appointed == content.openings().isEmpty()) {
            throw Problem.invalid("openings", appointed ? "item.openings" : "item.openings-other");
        }
        for (var opening : content.openings()) {
            if (!opening.ends().isAfter(opening.starts())) {
                throw Problem.invalid("openings", "item.opening-period");
            }
            if ((opening.day() == Opening.Day.DATE) == (opening.heldOn() == null)) {
                throw Problem.invalid("openings", "item.opening-date");
            }
        }
    }

    /// The cap of a district, in cents.
    int cap(int jurisdiction) {
        return settings.amount(jurisdiction, FEE_CAP);
    }

    @Override
    public List<Setting> settings() {
        return List.of(FEE_CAP);
    }
}
