package lianlin.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Chance with a fixed seed. Each part of the county has dice of its own, so that a change of one part leaves the others
/// as they are.
final class Dice {
    private static final long SEED = 440_604L;

    private final SplittableRandom random;

    Dice(String part) {
        this(new SplittableRandom(SEED * 1_000_003L + part.hashCode()));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /// Dice that take nothing from these however often they are thrown.
    Dice apart() {
        return new Dice(random.split());
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    boolean in100(int times) {
        return random.nextInt(100) < times;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /// One of the choices, each as often as its weight says.
    int weighted(int... weights) {
        var sum = 0;
        for (var weight : weights) {
            sum += weight;
        }
        var left = random.nextInt(sum);
        var choice = 0;
        while (left >= weights[choice]) {
            left -= weights[choice];
            choice++;
        }
        return choice;
    }

    <T> List<T> shuffled(List<T> things) {
        var mixed = new ArrayList<>(things);
        for (var i = mixed.size() - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var thing = mixed.get(i);
            mixed.set(i, mixed.get(j));
            mixed.set(j, thing);
        }
        return mixed;
    }
}
