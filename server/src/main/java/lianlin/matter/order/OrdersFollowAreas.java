package lianlin.matter.order;

import static lianlin.matter.sql.Tables.SERVICE_ORDER;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.springframework.stereotype.Component;

/// What is special to an order stands where its case stands (TER-12).
@Component
class OrdersFollowAreas implements AreaFollower {
    @Override
    public List<Standing> standings() {
        return List.of(Standing.part(SERVICE_ORDER.JURISDICTION, SERVICE_ORDER.AREA));
    }
}
