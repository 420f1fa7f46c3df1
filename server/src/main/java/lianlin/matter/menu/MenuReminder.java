package lianlin.matter.menu;

import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Reminder;
import lianlin.identity.Reminding;
import lianlin.kernel.http.Sentences;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Drafts that others have written are work for whoever may review them (SRV-02).
@Component
@Order(3)
class MenuReminder implements Reminding {
    private final ServiceItemStore items;
    private final Sentences sentences;

    MenuReminder(ServiceItemStore items, Sentences sentences) {
        this.items = items;
        this.sentences = sentences;
    }

    @Override
    public List<Reminder> remind(Acting acting) {
        if (!acting.may("item.review")) {
            return List.of();
        }
        var drafts = items.draftsOfOthers(acting.scope(), acting.account());
        return drafts == 0
                ? List.of()
                : List.of(new Reminder("menu-drafts", drafts, sentences.of("reminder.menu-drafts", drafts)));
    }
}
