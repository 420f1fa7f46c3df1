package lianlin.messaging;

import lianlin.identity.Acting;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The log of sending (MSG-02), for those who see to the providers: what went out, not to whom and not what it said.
@RestController
@RequestMapping("/api/deliveries")
class DeliveryController {
    private final DeliveryStore deliveries;

    DeliveryController(DeliveryStore deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    @May("delivery.read")
    Page<DeliveryStore.DeliveryLine> list(Acting acting, DeliveryStore.DeliveryFilter filter, Paging paging) {
        return deliveries.list(acting.scope(), filter, paging);
    }
}
