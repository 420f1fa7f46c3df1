package lianlin.matter.order;

import java.util.List;
import java.util.Optional;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.procedure.OwnTerms;
import lianlin.procedure.Term;
import org.springframework.stereotype.Component;

/// In how many working days the community hands an order to a team (SRV-01): one, or what the district has set. It
/// counts
/// for orders that begin to wait from then on.
@Component
class OrderTerms implements OwnTerms, Setting.Reader {
    private static final Setting DISPATCH = new Setting(
            "service-order.dispatch-days",
            "SRV-01",
            Setting.Group.MATTERS,
            Setting.Level.DISTRICT,
            new Setting.Amount(1, 30, "WORKING_DAYS"),
            "1");

    private final Settings settings;

    OrderTerms(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(DISPATCH);
    }

    @Override
    public Optional<Term> find(int jurisdiction, String procedure, String state) {
        return procedure.equals(OrderDesk.PROCEDURE) && state.equals("SUBMITTED")
                ? settings.find(jurisdiction, DISPATCH.name()).map(days -> new Term(Integer.parseInt(days), true))
                : Optional.empty();
    }
}
