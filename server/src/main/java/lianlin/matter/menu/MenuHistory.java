package lianlin.matter.menu;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.matter.menu.ServiceItemFacts.ItemMoved;
import lianlin.procedure.CaseHistory;
import lianlin.procedure.CaseHistory.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes a menu of the past with what happened to its items: the demo county, a system that is taken over.
@Component
public class MenuHistory {
    /// An item as it was written, the path of its provider, and its steps since, oldest first.
    public record Past(ServiceContent content, String path, Signature author, Instant written, List<Event> events) {}

    /// A step: REVIEW, PUBLISH, SUSPEND.
    public record Event(
            String step, Instant at, Signature by, @Nullable String note) {}

    private final ServiceItemStore items;
    private final CaseHistory cases;
    private final Facts facts;

    MenuHistory(ServiceItemStore items, CaseHistory cases, Facts facts) {
        this.items = items;
        this.cases = cases;
        this.facts = facts;
    }

    /// The ids of the items, in the order of the list.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Id> write(List<Past> pasts) {
        var told = new ArrayList<Facts.Past>();
        var written = pasts.stream().map(past -> item(past, told)).toList();
        items.insert(written);
        told.sort(Comparator.comparing(Facts.Past::id));
        facts.publishAt(told);
        return written.stream().map(ServiceItem::id).toList();
    }

    private ServiceItem item(Past past, List<Facts.Past> told) {
        var content = past.content();
        var author = past.author().account();
        if (author == null) {
            throw new IllegalStateException(content.title() + " has no author");
        }
        var item = new ServiceItem(
                content.area().county(),
                cases.id(past.written()),
                past.path(),
                content,
                ServiceItem.State.DRAFT,
                author,
                author,
                past.written(),
                null,
                1);
        tell(told, past.written(), header(item, past.author()).states(null, item.state()), "add", null);
        for (var event : past.events()) {
            var by = event.by().account();
            if (by == null) {
                throw new IllegalStateException(content.title() + ": nobody did " + event.step());
            }
            var before = item.state();
            item = item.moved(ServiceItem.Step.valueOf(event.step()), by);
            tell(
                    told,
                    event.at(),
                    header(item, event.by()).states(before, item.state()),
                    event.step().toLowerCase(Locale.ROOT),
                    event.note());
        }
        return item;
    }

    private void tell(List<Facts.Past> told, Instant at, Fact.Header header, String action, @Nullable String note) {
        told.add(new Facts.Past(cases.id(at), at, ItemMoved.of(header, action, note)));
    }

    private static Fact.Header header(ServiceItem item, Signature by) {
        return Fact.Header.of(item.jurisdiction(), ServiceItemFacts.SUBJECT, item.id())
                .by(by.account(), by.post(), null, null)
                .area(item.content().area())
                .path(item.path(), item.content().provider());
    }
}
