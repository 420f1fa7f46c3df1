package lianlin.messaging;

import lianlin.identity.TextMessages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Short messages, by whichever provider the house has; the demo's is an inbox that everybody sees.
@Component
class SmsChannel implements Channel {
    private final ObjectProvider<TextMessages> provider;
    private final Texts texts;

    SmsChannel(ObjectProvider<TextMessages> provider, Texts texts) {
        this.provider = provider;
        this.texts = texts;
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean ready() {
        return provider.getIfAvailable() != null;
    }

    @Override
    public Outcome send(Outgoing message) {
        var sent = provider.getObject().send(message.account(), message.id(), texts.sms(message.text()));
        return sent ? Outcome.SENT : Outcome.NO_ADDRESS;
    }
}
