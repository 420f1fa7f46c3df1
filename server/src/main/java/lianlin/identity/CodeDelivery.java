package lianlin.identity;

import lianlin.kernel.codes.PhoneNumber;

/// Sends a one-time code to a phone. The demo shows it in a visible inbox; a provider of messages is the other way.
interface CodeDelivery {
    /// Whether codes reach anybody; pages offer this way of signing in only then.
    default boolean works() {
        return true;
    }

    void deliver(PhoneNumber phone, byte[] phoneIndex, String code);
}
