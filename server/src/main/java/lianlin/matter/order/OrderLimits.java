package lianlin.matter.order;

import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.procedure.Cases;
import org.springframework.stereotype.Component;

/// How many open orders one orderer may have (SRV-07): five, or what the district has set.
@Component
class OrderLimits implements Setting.Reader {
    private static final Setting MOST_OPEN = new Setting(
            "service-order.most-open",
            "SRV-07",
            Setting.Group.MATTERS,
            Setting.Level.DISTRICT,
            new Setting.Amount(1, 100, "CASES"),
            "5");

    private final Cases cases;
    private final Settings settings;

    OrderLimits(Cases cases, Settings settings) {
        this.cases = cases;
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(MOST_OPEN);
    }

    /// Refuses one order too many.
    void judge(int jurisdiction, Id requester) {
        var most = settings.amount(jurisdiction, MOST_OPEN);
        if (cases.open(jurisdiction, OrderDesk.PROCEDURE, requester) >= most) {
            throw Problem.refused("order.limit", most);
        }
    }
}
