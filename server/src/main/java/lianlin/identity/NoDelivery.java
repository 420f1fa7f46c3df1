package lianlin.identity;

import lianlin.kernel.Problem;
import lianlin.kernel.codes.PhoneNumber;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Where neither the demo nor a gateway is there, codes cannot be sent, and the caller is told so.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "false", matchIfMissing = true)
class NoDelivery implements CodeDelivery {
    @Override
    public boolean works() {
        return false;
    }

    @Override
    public void deliver(PhoneNumber phone, byte[] phoneIndex, String code) {
        throw Problem.of(503, "code.delivery");
    }
}
