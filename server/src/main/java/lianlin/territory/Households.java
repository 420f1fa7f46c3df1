package lianlin.territory;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many households a place usually has: a word of warning beyond that, never a refusal.
@Component
public class Households {
    /// What a grid (TER-07) and a residents' committee (TER-16) serve.
    private static final int FEW_OF_GRID = 100;

    private static final int MANY_OF_GRID = 800;
    private static final int FEW_OF_COMMUNITY = 1_000;
    private static final int MANY_OF_COMMUNITY = 3_000;

    private final Sentences sentences;

    Households(Sentences sentences) {
        this.sentences = sentences;
    }

    /// TER-07: a basic grid holds 100 to 800 households.
    public Optional<Warning> ofGrid(@Nullable Integer households) {
        return households == null || households >= FEW_OF_GRID && households <= MANY_OF_GRID
                ? Optional.empty()
                : Optional.of(new Warning(
                        "grid.households-usual",
                        sentences.of("grid.households-usual", households, FEW_OF_GRID, MANY_OF_GRID)));
    }

    /// TER-16: a residents' committee serves 1,000 to 3,000 households.
    public Optional<Warning> ofCommunity(@Nullable Integer households) {
        return households == null || households >= FEW_OF_COMMUNITY && households <= MANY_OF_COMMUNITY
                ? Optional.empty()
                : Optional.of(new Warning(
                        "area.households-usual",
                        sentences.of("area.households-usual", FEW_OF_COMMUNITY, MANY_OF_COMMUNITY, households)));
    }

    /// All that are known together; nothing where none is.
    public static <T> @Nullable Integer sum(Collection<T> places, Function<T, @Nullable Integer> households) {
        @Nullable Integer sum = null;
        for (var place : places) {
            var some = households.apply(place);
            if (some != null) {
                sum = sum == null ? some : Integer.valueOf(sum + some);
            }
        }
        return sum;
    }
}
