package lianlin.identity;

import lianlin.kernel.Id;

/// Sends texts to phones. The module that keeps phones gives none away: whoever has something to tell names the
/// account.
/// The demo's inbox is one provider, the gateway of whoever runs the house the other; where there is none,
/// nothing is sent.
public interface TextMessages {
    /// Sends a text to the phone of an account under an id of the message, by which the provider knows it again; false
    /// where the account has no phone, or one that does not exist. Whatever goes wrong is thrown.
    boolean send(Id account, Id message, String text);
}
