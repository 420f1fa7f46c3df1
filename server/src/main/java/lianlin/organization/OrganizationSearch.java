package lianlin.organization;

import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Searching;
import lianlin.kernel.Paging;
import lianlin.kernel.http.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Organizations by a part of the name, as their list finds them.
@Component
@Order(3)
class OrganizationSearch implements Searching {
    private final OrganizationLists lists;
    private final Words words;

    OrganizationSearch(OrganizationLists lists, Words words) {
        this.lists = lists;
        this.words = words;
    }

    @Override
    public String kind() {
        return "organization";
    }

    @Override
    public List<Found> search(Acting acting, String typed, int most) {
        if (!acting.may("organization.read")) {
            return List.of();
        }
        var filter = new OrganizationLists.Filter(typed, null, null, null, null);
        return lists.list(acting.scope(), filter, null, new Paging(null, most)).items().stream()
                .map(line -> new Found(
                        line.id(),
                        line.name(),
                        words.of("OrganizationKind", line.kind().name()).label()))
                .toList();
    }
}
