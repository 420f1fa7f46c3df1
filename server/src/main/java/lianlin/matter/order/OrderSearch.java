package lianlin.matter.order;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.identity.Searching;
import lianlin.kernel.Paging;
import lianlin.procedure.CaseFilter;
import lianlin.procedure.Cases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Orders by a part of their number or title, as their list finds them.
@Component
@Order(2)
class OrderSearch implements Searching {
    private final Cases cases;

    OrderSearch(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String kind() {
        return "service-order";
    }

    @Override
    public List<Found> search(Acting acting, String typed, int most) {
        if (!acting.may("order.read")) {
            return List.of();
        }
        var filter = new CaseFilter(OrderDesk.PROCEDURE, null, null, null, null, null, null, null, typed);
        return cases.first(acting, filter, new Paging(null, most)).stream()
                .map(line -> new Found(
                        line.id(),
                        line.title(),
                        Stream.of(line.number(), line.state().label(), line.placeName())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("　"))))
                .toList();
    }
}
