package lianlin.matter.menu;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.http.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The published menu: what everybody reads, and what may be ordered where and by which end (SRV-02). Pages of it are
/// kept for half a minute; a change is seen at once where it was made.
@Component
public class ServiceMenu {
    /// What an order takes from the item that it is placed from.
    public record Offer(
            Id id,
            String title,
            ServiceCategory category,
            ServiceKind kind,
            Id provider,
            List<PriorityGroup> priority) {}

    private record Asked(ServiceItemStore.Wish wish, Paging paging, Locale language) {}

    private final ServiceItemStore store;
    private final ServiceItems items;
    private final Cache<Asked, Page<MenuItem.Card>> pages = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(30))
            .maximumSize(2_000)
            .build();

    ServiceMenu(ServiceItemStore store, ServiceItems items) {
        this.store = store;
        this.items = items;
    }

    /// The item, held as it is until the order is placed; refused where it is not offered there or by this end.
    @Transactional(propagation = Propagation.MANDATORY)
    public Offer order(Id id, Area area, ServiceChannel channel) {
        var item = store.hold(area.county(), id)
                .filter(found -> switch (found.state()) {
                    case DRAFT, REVIEWED -> false;
                    case PUBLISHED, SUSPENDED -> true;
                })
                .orElseThrow(() -> Problem.absent("service-item", id));
        if (item.state() == ServiceItem.State.SUSPENDED) {
            throw Problem.refused("item.suspended");
        }
        if (!item.content().area().contains(area)) {
            throw Problem.refused("item.elsewhere");
        }
        if (!item.content().channels().contains(channel)) {
            throw Problem.refused("item.channel");
        }
        return offer(item);
    }

    /// What an order was placed from, whatever became of it.
    public Optional<Offer> find(int jurisdiction, Id id) {
        return store.find(jurisdiction, id).map(ServiceMenu::offer);
    }

    Page<MenuItem.Card> page(ServiceItemStore.Wish wish, Paging paging) {
        return pages.get(
                new Asked(wish, paging, Sentences.language()),
                asked -> Scoped.call(scope(wish.area()), () -> {
                    var page = store.menu(wish, paging);
                    return new Page<>(items.cards(page.items()), page.next(), null);
                }));
    }

    private static Scope scope(@Nullable Area area) {
        return area == null ? Scope.INSTALLATION : Scope.jurisdiction(area.county());
    }

    MenuItem get(Id id) {
        return Scoped.call(
                Scope.INSTALLATION,
                () -> store.published(id).map(items::shown).orElseThrow(() -> Problem.absent("service-item", id)));
    }

    /// The menu has changed: nobody reads the old one here when the change is committed.
    void forget() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                pages.invalidateAll();
            }
        });
    }

    private static Offer offer(ServiceItem item) {
        var content = item.content();
        return new Offer(
                item.id(), content.title(), content.category(), content.kind(), content.provider(), content.priority());
    }
}
