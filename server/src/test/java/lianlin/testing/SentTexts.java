package lianlin.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import lianlin.identity.TextMessages;
import lianlin.kernel.Id;

/// Stands for a provider of short messages and the phones behind it. How it behaves is said for each phone, so that
/// tests do not notice each other.
public final class SentTexts implements TextMessages {
    /// How the provider is today.
    public enum Mood {
        WELL,
        DEAD,
        SLOW,
        WITHOUT_PHONE
    }

    /// What it took.
    public record Sent(Id message, String text) {}

    private final Map<Id, Mood> moods = new ConcurrentHashMap<>();
    private final Map<Id, List<Sent>> sent = new ConcurrentHashMap<>();

    public void be(Mood mood, Id account) {
        moods.put(account, mood);
    }

    public List<Sent> to(Id account) {
        return sent.getOrDefault(account, List.of());
    }

    @Override
    public boolean send(Id account, Id message, String text) {
        switch (Objects.requireNonNullElse(moods.get(account), Mood.WELL)) {
            case DEAD -> throw new IllegalStateException("the provider is dead");
            case SLOW -> sleep();
            case WITHOUT_PHONE -> {
                return false;
            }
            case WELL -> {}
        }
        sent.computeIfAbsent(account, key -> new CopyOnWriteArrayList<>()).add(new Sent(message, text));
        return true;
    }

    private static void sleep() {
        try {
            Thread.sleep(120_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("given up", e);
        }
    }
}
