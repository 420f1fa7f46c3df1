package lianlin.messaging;

import java.util.Locale;
import lianlin.kernel.Id;

/// A way out of the house. The inbox needs none: there a message is as soon as it is written. SMS and web push are
/// here;
/// an adapter of WeChat or of mail is another class of this kind and nothing else.
interface Channel {
    /// What goes out: `id` is that of the delivery, the same at every try, by which a provider knows what it has had.
    record Outgoing(
            Id id,
            int jurisdiction,
            Id account,
            Locale language,
            MessageKind kind,
            String title,
            String text,
            String subject,
            Id subjectId) {}

    /// Why nothing went out although nothing broke.
    enum Outcome {
        SENT,
        NO_ADDRESS
    }

    Way way();

    /// Whether a provider is set up.
    boolean ready();

    /// Sends, outside of any transaction. Whatever goes wrong is thrown and tried again later.
    Outcome send(Outgoing message);
}
