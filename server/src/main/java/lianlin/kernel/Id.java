package lianlin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// The key of a row: 64 bits, sorted by time, shown as 13 characters without I, L, O and U.
/// From the left: 41 bits milliseconds since 2010, 10 bits node, 12 bits sequence; the sign bit stays 0.
public record Id(long value) implements Comparable<Id> {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final long EPOCH = Instant.parse("2010-01-01T00:00:00Z").toEpochMilli();
    private static final int SEQUENCE_BITS = 12;
    private static final int NODE_BITS = 10;
    private static final AtomicLong LAST = new AtomicLong();
    private static volatile long node = new SecureRandom().nextInt(1 << NODE_BITS);

    /// A new id, larger than every id that this application made before, also when the clock jumps back.
    public static Id next() {
        var earliest = (System.currentTimeMillis() - EPOCH) << SEQUENCE_BITS;
        return of(LAST.updateAndGet(last -> Math.max(last + 1, earliest)));
    }

    /// The smallest id of a moment; `sequence` (0 to 4,194,303) tells apart what happened in the same millisecond.
    public static Id at(Instant moment, int sequence) {
        return new Id((moment.toEpochMilli() - EPOCH) << (SEQUENCE_BITS + NODE_BITS) | sequence);
    }

    /// The number of this application among those that share a database, 0 to 1023.
    public static void node(int number) {
        node = number & ((1 << NODE_BITS) - 1);
    }

    @JsonCreator
    public static Id parse(String text) {
        if (text.length() != 13) {
            throw new IllegalArgumentException("An id has 13 characters");
        }
        var value = 0L;
        for (var i = 0; i < 13; i++) {
            var digit = ALPHABET.indexOf(Character.toUpperCase(text.charAt(i)));
            if (digit < 0 || i == 0 && digit > 7) {
                throw new IllegalArgumentException("An id has digits and letters only");
            }
            value = value << 5 | digit;
        }
        return new Id(value);
    }

    /// When the id was made, exact to the millisecond.
    public Instant moment() {
        return Instant.ofEpochMilli((value >>> (SEQUENCE_BITS + NODE_BITS)) + EPOCH);
    }

    @Override
    public int compareTo(Id other) {
        return Long.compare(value, other.value);
    }

    @Override
    @JsonValue
    public String toString() {
        var text = new char[13];
        var rest = value;
        for (var i = 12; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (rest & 31));
            rest >>>= 5;
        }
        return new String(text);
    }

    private static Id of(long tick) {
        var moment = tick >>> SEQUENCE_BITS;
        var sequence = tick & ((1 << SEQUENCE_BITS) - 1);
        return new Id(moment << (SEQUENCE_BITS + NODE_BITS) | node << SEQUENCE_BITS | sequence);
    }
}
