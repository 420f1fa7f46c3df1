package lianlin.matter.order;

import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.matter.menu.ServiceCategory;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceKind;
import org.springframework.stereotype.Component;

/// The door for those who look after somebody and place an order for him (SRV-06).
@Component
public class OrdersOnBehalf {
    /// `consent` is one of the codes of [ServiceOrder.Consent].
    public record Wish(
            Area area,
            String title,
            ServiceCategory category,
            PersonName name,
            PhoneNumber phone,
            String address,
            String consent) {}

    public record Placed(Id id, String number) {}

    private final OrderDesk desk;

    OrdersOnBehalf(OrderDesk desk) {
        this.desk = desk;
    }

    /// In the transaction of the caller, who has shown that he may act for the household.
    public Placed place(Acting acting, Wish wish) {
        var placed = desk.place(
                acting,
                new OrderDesk.Wish(
                        wish.title(),
                        null,
                        null,
                        null,
                        null,
                        wish.category(),
                        ServiceKind.CARE_PLAN,
                        ServiceChannel.ON_SITE,
                        wish.area(),
                        null,
                        null,
                        null,
                        wish.address(),
                        new OrderDesk.Behalf(wish.name(), wish.phone(), ServiceOrder.Consent.valueOf(wish.consent()))));
        return new Placed(placed.thing().id(), placed.thing().number());
    }
}
