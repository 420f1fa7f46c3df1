package lianlin.identity;

import lianlin.kernel.codes.PhoneNumber;

/// Sends a one-time code to a phone. The demo shows it in a visible inbox; a provider of messages is the other way.
interface CodeDelivery {
    void deliver(PhoneNumber phone, byte[] phoneIndex, String code);
}
